//! Which hosts may be asked: none in a private network, whatever name or redirection leads there.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use ureq::Error;
use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::NextTimeout;

/// Finds the addresses of hosts; those in private networks are not found, but for one host.
#[derive(Debug)]
pub struct Public {
    /// The host of the site itself, which may stand in a private network.
    pub own: Option<String>,
}

/// What the refusal of a private address says.
pub const PRIVATE: &str = "private network";

impl Resolver for Public {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, Error> {
        let found = DefaultResolver::default().resolve(uri, config, timeout)?;
        let own = self.own.as_deref();
        let is_own = uri
            .host()
            .is_some_and(|host| own.is_some_and(|own| own.eq_ignore_ascii_case(host)));
        if !is_own && found.iter().any(|address| is_private(address.ip())) {
            return Err(Error::BadUri(PRIVATE.to_owned()));
        }
        Ok(found)
    }
}

/// Whether an address is of no use outside some house.
pub fn is_private(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => {
            let [a, b, c, _] = ip.octets();
            ip.is_private()
                || ip.is_loopback()
                || ip.is_link_local()
                || ip.is_unspecified()
                || ip.is_broadcast()
                || ip.is_multicast()
                || a == 0
                // Shared by customers of a provider.
                || (a == 100 && (64..128).contains(&b))
                // For protocols, for measurements, and for nobody yet.
                || (a, b, c) == (192, 0, 0)
                || (a == 198 && (18..20).contains(&b))
                || a >= 240
        }
        IpAddr::V6(ip) => {
            let first = ip.segments()[0];
            let inner = ip.to_ipv4_mapped().or_else(|| ip.to_ipv4());
            let inner = inner.or_else(|| translated(ip));
            ip.is_loopback()
                || ip.is_unspecified()
                || ip.is_multicast()
                || first & 0xfe00 == 0xfc00
                || first & 0xffc0 == 0xfe80
                || inner.is_some_and(|inner| is_private(IpAddr::V4(inner)))
        }
    }
}

/// The address of the old kind to which one of the new kind leads: by NAT64 (64:ff9b::/96, and its local kin
/// 64:ff9b:1::/48) or by 6to4 (2002::/16).
fn translated(ip: Ipv6Addr) -> Option<Ipv4Addr> {
    let whole = |high: u16, low: u16| Ipv4Addr::from((u32::from(high) << 16) | u32::from(low));
    match ip.segments() {
        [0x64, 0xff9b, 0, 0, 0, 0, high, low] | [0x2002, high, low, ..] => Some(whole(high, low)),
        [0x64, 0xff9b, 1, ..] => Some(Ipv4Addr::UNSPECIFIED),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn private_networks_are_known() {
        for ip in [
            "10.1.2.3",
            "127.0.0.1",
            "192.168.0.1",
            "172.16.0.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "::1",
            "fc00::1",
            "fe80::1",
            "::ffff:10.0.0.1",
            "64:ff9b::10.0.0.1",
            "64:ff9b:1::8.8.8.8",
            "2002:7f00:1::1",
            "198.18.0.1",
            "198.19.255.255",
            "192.0.0.8",
            "240.0.0.1",
            "255.1.2.3",
        ] {
            assert!(is_private(ip.parse().expect("an address")), "{ip}");
        }
        for ip in [
            "8.8.8.8",
            "172.32.0.1",
            "100.128.0.1",
            "2001:4860:4860::8888",
            "64:ff9b::8.8.8.8",
            "2002:808:808::1",
            "198.20.0.1",
            "192.0.1.1",
        ] {
            assert!(!is_private(ip.parse().expect("an address")), "{ip}");
        }
    }
}
