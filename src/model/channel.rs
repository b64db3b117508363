//! Ways to reach an agency: one key names the kind and holds the number or address.

use super::decode::Context;
use super::record::{choice, record};
use super::values::unsafe_url;
use super::{Slot, Text};
use crate::diagnostic::{Code, Diagnostic, Message, say};

record! {
    /// A channel: one key of its kind, and whether it is official.
    pub struct ChannelDocument as "channel", check check {
        email / "email": Text = "E-mail address" | "Alamat email",
        phone / "telepon": Text = "Telephone number" | "Nomor telepon",
        whatsapp / "whatsapp": Text = "WhatsApp number" | "Nomor WhatsApp",
        sms / "sms": Text = "Number for SMS" | "Nomor SMS",
        web / "web": Text = "Web page" | "Halaman web",
        instagram / "instagram": Text = "Instagram name" | "Nama Instagram",
        facebook / "facebook": Text = "Facebook name" | "Nama Facebook",
        x / "x": Text = "Name on X" | "Nama di X",
        telegram / "telegram": Text = "Telegram name" | "Nama Telegram",
        counter / "loket": Text = "A counter" | "Loket",
        suggestion_box = "box" / "kotak_saran": Text = "A suggestion box" | "Kotak saran",
        lapor / "lapor": Text = "SP4N-LAPOR!" | "SP4N-LAPOR!",
        other / "lainnya": Text = "Any other way" | "Cara lain",
        official / "resmi": bool = "The number belongs to the agency; a mobile number is published only so" | "Nomor ini milik dinas; nomor HP hanya ditampilkan bila resmi",
        note / "catatan": Text = "A remark" | "Catatan",
    }
}

choice! {
    /// The kinds of channels.
    pub enum ChannelKind {
        /// E-mail.
        Email "email" / "email",
        /// Telephone.
        Phone "phone" / "telepon",
        /// WhatsApp.
        Whatsapp "whatsapp" / "whatsapp",
        /// SMS.
        Sms "sms" / "sms",
        /// A web page.
        Web "web" / "web",
        /// Instagram.
        Instagram "instagram" / "instagram",
        /// Facebook.
        Facebook "facebook" / "facebook",
        /// X.
        X "x" / "x",
        /// Telegram.
        Telegram "telegram" / "telegram",
        /// A counter.
        Counter "counter" / "loket",
        /// A suggestion box.
        Box "box" / "kotak_saran",
        /// SP4N-LAPOR!
        Lapor "lapor" / "lapor",
        /// Anything else.
        Other "other" / "lainnya",
    }
}

impl ChannelDocument {
    /// The kind and the value, if one is given.
    pub fn entry(&self) -> Option<(ChannelKind, &Text)> {
        self.entries()
            .find_map(|(kind, slot)| Some((kind, slot.get()?)))
    }

    fn entries(&self) -> impl Iterator<Item = (ChannelKind, &Slot<Text>)> {
        [
            (ChannelKind::Email, &self.email),
            (ChannelKind::Phone, &self.phone),
            (ChannelKind::Whatsapp, &self.whatsapp),
            (ChannelKind::Sms, &self.sms),
            (ChannelKind::Web, &self.web),
            (ChannelKind::Instagram, &self.instagram),
            (ChannelKind::Facebook, &self.facebook),
            (ChannelKind::X, &self.x),
            (ChannelKind::Telegram, &self.telegram),
            (ChannelKind::Counter, &self.counter),
            (ChannelKind::Box, &self.suggestion_box),
            (ChannelKind::Lapor, &self.lapor),
            (ChannelKind::Other, &self.other),
        ]
        .into_iter()
    }

    /// Whether the channel may be printed: a mobile number only when it is said to be official.
    pub fn is_published(&self) -> bool {
        let official = self.official.get() == Some(&true);
        self.entry()
            .is_some_and(|(kind, value)| official || !is_mobile(kind, &value.value))
    }

    /// The `tel:`, `mailto:` or `https:` link of the channel, where its kind has one.
    pub fn href(&self) -> Option<String> {
        let (kind, value) = self.entry()?;
        let text = value.value.trim();
        let handle = text.trim_start_matches('@');
        let profile = |host: &str| {
            let plain = handle
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '-'));
            match (web_address(text), plain) {
                (Some(address), _) => Some(address),
                (None, true) => Some(format!("https://{host}/{handle}")),
                (None, false) => None,
            }
        };
        match kind {
            ChannelKind::Email => Some(format!("mailto:{text}")),
            ChannelKind::Phone => Some(format!("tel:{}", dialled(text))),
            ChannelKind::Sms => Some(format!("sms:{}", dialled(text))),
            ChannelKind::Whatsapp => {
                let number = dialled(text);
                Some(format!("https://wa.me/{}", number.trim_start_matches('+')))
            }
            ChannelKind::Web | ChannelKind::Lapor => web_address(text),
            ChannelKind::Instagram => profile("www.instagram.com"),
            ChannelKind::Facebook => profile("www.facebook.com"),
            ChannelKind::X => profile("x.com"),
            ChannelKind::Telegram => profile("t.me"),
            ChannelKind::Counter | ChannelKind::Box | ChannelKind::Other => None,
        }
    }
}

/// The whole address of something that looks like one: `www.lapor.go.id` becomes `https://www.lapor.go.id`.
pub fn web_address(text: &str) -> Option<String> {
    let whole = if text.contains("://") {
        text.to_owned()
    } else if text.contains('.') && !text.contains([' ', '@']) {
        format!("https://{text}")
    } else {
        return None;
    };
    unsafe_url(&whole).is_none().then_some(whole)
}

/// The number as a telephone dials it: Indonesia's country code for the leading 0, short codes as they are.
pub fn dialled(text: &str) -> String {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    if text.trim_start().starts_with('+') {
        format!("+{digits}")
    } else if let (Some(rest), true) = (digits.strip_prefix('0'), digits.len() > 6) {
        format!("+62{rest}")
    } else if digits.starts_with("62") && digits.len() > 9 {
        format!("+{digits}")
    } else {
        digits
    }
}

fn is_mobile(kind: ChannelKind, text: &str) -> bool {
    let by_phone = matches!(
        kind,
        ChannelKind::Phone | ChannelKind::Whatsapp | ChannelKind::Sms
    );
    by_phone && dialled(text).starts_with("+628")
}

fn check(channel: &ChannelDocument, cx: &mut Context<'_>) {
    let given: Vec<_> = channel
        .entries()
        .filter(|(_, slot)| !slot.is_absent())
        .collect();
    if given.len() != 1 {
        let count = given.len();
        cx.sink.push(
            Diagnostic::new(
                Code::K0222,
                channel.span,
                say!(
                    "satu saluran harus satu jenis, di sini {count}",
                    "a channel has one kind, here are {count}"
                ),
            )
            .help(say!(
                "tulis tiap saluran sebagai butir sendiri, misalnya: - telepon: 0254 000 000",
                "write each channel as an item of its own, such as: - phone: 0254 000 000"
            )),
        );
    }
    let Some((kind, value)) = channel.entry() else {
        return;
    };
    if let Some((message, help)) = malformed(kind, value.value.trim()) {
        cx.sink
            .push(Diagnostic::new(Code::K0213, value.span, message).help(help));
    }
    if !channel.is_published() {
        let text = &value.value;
        cx.sink.push(
            Diagnostic::new(
                Code::K0215,
                value.span,
                say!(
                    "nomor HP `{text}` tidak ditampilkan, karena belum dinyatakan resmi",
                    "the mobile number `{text}` is not published, since it is not said to be official"
                ),
            )
            .help(say!(
                "bila nomor ini milik dinas, tambahkan di bawahnya: resmi: ya",
                "if the number belongs to the agency, add below it: official: true"
            )),
        );
    }
}

fn malformed(kind: ChannelKind, text: &str) -> Option<(Message, Message)> {
    match kind {
        ChannelKind::Email => {
            let fits = text.split_once('@').is_some_and(|(name, host)| {
                !name.is_empty()
                    && host.contains('.')
                    && !host.starts_with('.')
                    && !host.ends_with('.')
                    && !text.contains([' ', ',', ';', '<', '>'])
                    && !host.contains('@')
            });
            (!fits).then(|| {
                (
                    say!(
                        "`{text}` bukan alamat email",
                        "`{text}` is no e-mail address"
                    ),
                    say!(
                        "tulis satu alamat, misalnya: layanan@dinas.contoh.example",
                        "write one address, such as: layanan@dinas.contoh.example"
                    ),
                )
            })
        }
        ChannelKind::Phone | ChannelKind::Whatsapp | ChannelKind::Sms => {
            let digits = text.chars().filter(char::is_ascii_digit).count();
            let fits = (3..=15).contains(&digits)
                && text
                    .chars()
                    .all(|c| c.is_ascii_digit() || matches!(c, ' ' | '(' | ')' | '+' | '-' | '.'));
            (!fits).then(|| {
                (
                    say!("`{text}` bukan satu nomor telepon", "`{text}` is not one telephone number"),
                    say!(
                        "tulis satu nomor saja, misalnya: 0254 000 000; nomor lain di butir sendiri",
                        "write one number only, such as: 0254 000 000; others in items of their own"
                    ),
                )
            })
        }
        ChannelKind::Web => web_address(text).is_none().then(|| {
            (
                say!("`{text}` bukan alamat situs", "`{text}` is no web address"),
                say!(
                    "tulis alamat lengkap, misalnya: https://dinas.contoh.example/adu",
                    "write the whole address, such as: https://dinas.contoh.example/adu"
                ),
            )
        }),
        _ => None,
    }
}
