//! Ways to reach an agency: one key names the kind and holds the number or address.

use super::context::{Context, yes_or_no};
use super::record::{choice, record};
use super::values::unsafe_url;
use super::{Slot, Text};
use crate::diagnostic::{Code, Diagnostic, Message, say};
use crate::telephone::{self, Number, Unclear};

record! {
    /// A channel: one key of its kind, and whether it is official.
    pub struct ChannelDocument as "channel", check check => published {
        email / "email": Text = "Email address" | "Alamat email",
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
        extension / "pesawat": Text = "Extension of a telephone number" | "Nomor pesawat dari nomor telepon",
        official / "resmi": bool = "The number belongs to the agency; mobile numbers are published only if so" | "Nomor ini milik dinas; nomor HP hanya ditampilkan jika resmi",
        note / "catatan": Text = "A remark" | "Catatan",
    }
}

/// A channel that may be printed.
fn published(channel: &ChannelDocument) -> Option<ChannelDocument> {
    channel.is_published().then(|| channel.clone())
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

    /// Whether the value says no more than that there is such a channel: `kotak_saran: ya`.
    pub fn is_only_named(&self) -> bool {
        self.entry().is_some_and(|(kind, value)| {
            is_place(kind) && yes_or_no(value.value.trim()) == Some(true)
        })
    }

    /// Whether the channel may be printed: a number that may be somebody's own only when it is said to be official.
    pub fn is_published(&self) -> bool {
        self.official.get() == Some(&true) || self.personal().is_none()
    }

    /// The text in which a number stands that may be somebody's own.
    fn personal(&self) -> Option<&Text> {
        let (kind, value) = self.entry()?;
        let own = match number(kind, value) {
            Some(number) => number.may_be_personal(),
            None => telephone::names_a_mobile(&value.value),
        };
        let note = self.note.get();
        Some(value)
            .filter(|_| own)
            .or_else(|| note.filter(|note| telephone::names_a_mobile(&note.value)))
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
            // The extension is said, not dialled: telephones do different things with one in an address.
            ChannelKind::Phone => telephone_address(value),
            ChannelKind::Sms => Some(format!("sms:{}", number(kind, value)?.dialled())),
            ChannelKind::Whatsapp => {
                let account = number(kind, value)?.on_whatsapp()?;
                Some(format!("https://wa.me/{account}"))
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

/// The `tel:` address of a number; `None` where it is not one number.
pub fn telephone_address(number: &Text) -> Option<String> {
    let number = telephone::read(&number.value).ok()?;
    Some(format!("tel:{}", number.dialled()))
}

/// Whether a channel is found without a number or a name: a counter, a box, SP4N-LAPOR!
fn is_place(kind: ChannelKind) -> bool {
    matches!(
        kind,
        ChannelKind::Counter | ChannelKind::Box | ChannelKind::Lapor
    )
}

/// The number of a channel that is one.
fn number(kind: ChannelKind, value: &Text) -> Option<Number> {
    let by_number = matches!(
        kind,
        ChannelKind::Phone | ChannelKind::Whatsapp | ChannelKind::Sms
    );
    let number = by_number.then(|| telephone::read(&value.value));
    number.and_then(Result::ok)
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
                    "satu saluran harus satu jenis, tetapi di sini ada {count}",
                    "a channel has exactly one kind, but this one has {count}"
                ),
            )
            .help(say!(
                "tulis tiap saluran sebagai butir sendiri, misalnya: - telepon: 0254 000 000",
                "write each channel as a separate item, for example: - phone: 0254 000 000"
            )),
        );
    }
    let Some((kind, value)) = channel.entry() else {
        return;
    };
    let text = value.value.trim();
    let wrong = only_yes_or_no(kind, text).or_else(|| malformed(kind, text));
    if let Some((message, help)) = wrong {
        cx.sink
            .push(Diagnostic::new(Code::K0213, value.span, message).help(help));
    }
    if let (Some(text), false) = (channel.personal(), channel.is_published()) {
        cx.sink.push(not_published(text).help(say!(
            "jika nomor ini milik dinas, tambahkan di bawahnya: resmi: ya",
            "if the number belongs to the agency, add below it: official: true"
        )));
    }
    if let Some(extension) = channel.extension.get() {
        check_extension(kind, extension, cx);
    }
}

/// A number that may be somebody's own.
fn not_published(text: &Text) -> Diagnostic {
    let number = &text.value;
    Diagnostic::new(
        Code::K0215,
        text.span,
        say!(
            "`{number}` tidak ditampilkan, karena mungkin nomor HP seseorang",
            "`{number}` is not published because it may be a private number"
        ),
    )
}

fn check_extension(kind: ChannelKind, extension: &Text, cx: &mut Context<'_>) {
    let text = &extension.value;
    let (message, help) = if kind != ChannelKind::Phone {
        (
            say!(
                "hanya nomor telepon yang punya pesawat",
                "only a telephone number has an extension"
            ),
            say!("hapus baris ini", "delete this line"),
        )
    } else if telephone::is_extension(text) {
        return;
    } else {
        (
            say!(
                "`{text}` bukan nomor pesawat",
                "`{text}` is not an extension"
            ),
            say!(
                "tulis angkanya saja, misalnya: pesawat: 12",
                "write only its digits, for example: extension: 12"
            ),
        )
    };
    let finding = Diagnostic::new(Code::K0213, extension.span, message);
    cx.sink.push(finding.help(help));
}

/// Reports a telephone number that cannot be dialled.
pub(super) fn check_number(number: &Text, cx: &mut Context<'_>) {
    if let Err(why) = telephone::read(&number.value) {
        let (message, help) = not_one_number(&number.value, "telepon", "phone", &why);
        cx.sink
            .push(Diagnostic::new(Code::K0213, number.span, message).help(help));
    }
}

/// Reports a number beside an address that may be somebody's own; it is not published there.
pub(super) fn check_privacy(number: &Text, cx: &mut Context<'_>) {
    if may_be_personal(number) {
        let text = &number.value;
        cx.sink.push(not_published(number).help(say!(
            "jika nomor ini milik dinas, pindahkan ke bawah `saluran:`, ketik: - telepon: {text}, lalu di bawahnya resmi: ya",
            "if it belongs to the agency, move it under `channels:`, type: - phone: {text}, and below it official: true"
        )));
    }
}

/// Whether a telephone number may be somebody's own.
pub(super) fn may_be_personal(number: &Text) -> bool {
    telephone::read(&number.value).is_ok_and(|number| number.may_be_personal())
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
                        "`{text}` is not an email address"
                    ),
                    say!(
                        "tulis satu alamat, misalnya: layanan@dinas.contoh.example",
                        "write one address, for example: layanan@dinas.contoh.example"
                    ),
                )
            })
        }
        ChannelKind::Phone | ChannelKind::Whatsapp | ChannelKind::Sms => {
            let choice = ChannelKind::CHOICES
                .iter()
                .find(|one| one.en == kind.key())?;
            match telephone::read(text) {
                Err(why) => Some(not_one_number(text, choice.id, choice.en, &why)),
                Ok(number) if kind == ChannelKind::Whatsapp && number.on_whatsapp().is_none() => {
                    Some((
                        say!(
                            "nomor pendek `{text}` tidak punya WhatsApp",
                            "the short number `{text}` has no WhatsApp"
                        ),
                        say!("ketik: - telepon: {text}", "type: - phone: {text}"),
                    ))
                }
                Ok(_) => None,
            }
        }
        ChannelKind::Web => web_address(text).is_none().then(|| {
            (
                say!(
                    "`{text}` bukan alamat situs",
                    "`{text}` is not a web address"
                ),
                say!(
                    "tulis alamat lengkap, misalnya: https://dinas.contoh.example/adu",
                    "write the full address, for example: https://dinas.contoh.example/adu"
                ),
            )
        }),
        _ => None,
    }
}

/// Why a text is not a number to dial, under the key `id` or `en`.
fn not_one_number(text: &str, id: &str, en: &str, why: &Unclear) -> (Message, Message) {
    match why {
        Unclear::NotOne => (
            say!(
                "`{text}` bukan satu nomor telepon",
                "`{text}` is not a single telephone number"
            ),
            say!(
                "tulis satu nomor saja, misalnya: 0254 000 000; nomor lain ditulis di butir sendiri",
                "write only one number, for example: 0254 000 000; add others as separate items"
            ),
        ),
        Unclear::Extension(number, extension) => (
            say!(
                "nomor pesawat ditulis di baris sendiri",
                "an extension number is on a line of its own"
            ),
            say!(
                "ketik: {id}: {number}, lalu di bawahnya pesawat: {extension}",
                "type: {en}: {number}, and below it extension: {extension}"
            ),
        ),
        Unclear::Lines(number) => (
            say!(
                "`{text}` menyebut beberapa nomor berurutan, jadi tidak dapat ditelepon",
                "`{text}` names several lines, so it cannot be dialled"
            ),
            say!(
                "ketik nomor pertamanya saja: {id}: {number}; nomor lain ditulis di butir sendiri",
                "type the first number only: {en}: {number}; add others as separate items"
            ),
        ),
        Unclear::NoArea => (
            say!(
                "nomor `{text}` tidak punya kode wilayah",
                "the number `{text}` has no area code"
            ),
            say!(
                "tulis kode wilayahnya di depan, misalnya: {id}: 0254 {text}",
                "write the area code before it, for example: {en}: 0254 {text}"
            ),
        ),
        Unclear::NotInPlan => (
            say!(
                "`{text}` bukan nomor telepon yang benar: awalan atau jumlah angkanya tidak cocok",
                "`{text}` is not a valid telephone number: its prefix or number of digits is wrong"
            ),
            say!(
                "periksa nomornya; nomor luar negeri diawali tanda +",
                "check the number; foreign numbers start with +"
            ),
        ),
    }
}

/// That a value says only whether there is such a channel, where that leads nobody to it.
fn only_yes_or_no(kind: ChannelKind, text: &str) -> Option<(Message, Message)> {
    let said = yes_or_no(text)?;
    let message = say!(
        "`{text}` tidak menyebut nomor, alamat, atau nama salurannya",
        "`{text}` is not the number, address or name of a channel"
    );
    let help = say!(
        "tulis nomor, alamat, atau namanya; jika saluran ini tidak ada, hapus butir ini",
        "write its number, address or name; if there is no such channel, delete this item"
    );
    (!said || !is_place(kind)).then_some((message, help))
}
