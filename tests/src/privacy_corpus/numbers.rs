//! Numbers and addresses of mailboxes: personal ones, and those that only look so.

use fastrand::Rng;

use super::pick;

const REGIONS: &[&str] = &[
    "430703", "430702", "430721", "430102", "110105", "370101", "510104", "440524", "341702", "640104",
    "650102", "320506", "210202", "610116", "620102", "530102",
];
const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CREDIT: &[u8] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";
const PROVINCES: &[&str] = &["湘", "京", "沪", "粤", "鄂", "川", "豫", "皖", "苏", "浙", "桂", "贵", "云"];

/// A value of this name, if numbers have one.
pub(super) fn make(name: &str, rng: &mut Rng) -> Option<String> {
    Some(match name {
        "id" => resident_id(rng),
        "id-lower" => ending_in_x(rng).to_lowercase(),
        "id-x" => ending_in_x(rng),
        "id-spaced" => groups(&resident_id(rng), &[6, 8, 4], pick(rng, &[" ", "-", "\u{3000}", "\u{a0}"])),
        "id-fours" => groups(&resident_id(rng), &[6, 4, 4, 4], pick(rng, &[" ", "-"])),
        "id-wide" => wide(&resident_id(rng)),
        "id-hidden" => hidden(&resident_id(rng), rng),
        "id-typo" => typo(rng),
        "id-times" => ending_in_x(rng).replace('X', "×"),
        "id-15" => old_resident_id(rng),
        "mobile" => mobile(rng),
        "mobile-spaced" => groups(&mobile(rng), &[3, 4, 4], pick(rng, &[" ", "\u{3000}", "\u{a0}"])),
        "mobile-dashed" => groups(&mobile(rng), &[3, 4, 4], pick(rng, &["-", "－", "–", "—"])),
        "mobile-dotted" => groups(&mobile(rng), &[3, 4, 4], "."),
        "mobile-wide" => wide(&mobile(rng)),
        "mobile-hidden" => hidden(&mobile(rng), rng),
        "card" => card(rng),
        "card-62-19" => luhn(&format!("62{}", digits(rng, 16))),
        "card-spaced" => {
            let plain = card(rng);
            groups(&plain, &[4, 4, 4, 4, plain.len() - 16], pick(rng, &[" ", "-"]))
        }
        "card-wide" => wide(&card(rng)),
        "passport" => match rng.u8(..6) {
            0 => format!("{}{}", pick(rng, &["EA", "EB", "EH", "EJ"]), digits(rng, 7)),
            1 => format!("{}{}", pick(rng, &["SE", "DE", "PE"]), digits(rng, 7)),
            2 => format!("{}{}", pick(rng, &["P", "S", "D"]), digits(rng, 8)),
            _ => format!("{}{}", pick(rng, &["E", "G"]), digits(rng, 8)),
        },
        "passport-permit" => format!("C{}", digits(rng, 8)),
        "plate-lower" => plate(rng, "").to_lowercase(),
        "plate" => plate(rng, ""),
        "plate-dot" => {
            let between = pick(rng, &["·", "•", " ", "-", "・"]);
            plate(rng, between)
        }
        "plate-wide" => wide(&plate(rng, "")),
        "plate-green" => {
            let fuel = pick(rng, &["D", "F"]);
            let digits = digits(rng, 5);
            let number = if rng.bool() { format!("{fuel}{digits}") } else { format!("{digits}{fuel}") };
            format!("{}{}{number}", pick(rng, PROVINCES), rng.char('A'..='H'))
        }
        "plate-special" => {
            let end = pick(rng, &["挂", "学", "警"]);
            format!("{}{}{}{end}", pick(rng, PROVINCES), rng.char('A'..='H'), digits(rng, 4))
        }
        "plate-border" => format!("粤Z{}{}", digits(rng, 4), pick(rng, &["港", "澳"])),
        "mail" => format!("{}@{}", local(rng), pick(rng, PERSONAL)),
        "mail-qq" => format!("{}@qq.com", number(rng, 9)),
        "mail-upper" => format!("{}@{}", local(rng), pick(rng, PERSONAL)).to_uppercase(),
        "mail-mobile" => format!("{}@{}", mobile(rng), pick(rng, &["139.com", "163.com"])),
        "office-mail" => {
            let official =
                ["wuling.gov.cn", "changde.gov.cn", "hnzf.gov.cn", "mail.cdedu.cn", "jswater.com.cn"];
            format!("{}@{}", local(rng), pick(rng, &official))
        }
        "masked-mobile" => format!("{}****{}", &mobile(rng)[..3], digits(rng, 4)),
        "masked-id" => match rng.bool() {
            true => format!("{}*************{}", &resident_id(rng)[..2], digits(rng, 3)),
            false => format!("{}********{}", &resident_id(rng)[..6], digits(rng, 4)),
        },
        "masked-card" => format!("622848*********{}", digits(rng, 4)),
        "region" => pick(rng, REGIONS).to_owned(),
        "d1" => digits(rng, 1),
        "d2" => digits(rng, 2),
        "d3" => digits(rng, 3),
        "d4" => digits(rng, 4),
        "d5" => digits(rng, 5),
        "d6" => digits(rng, 6),
        "d7" => digits(rng, 7),
        "d8" => digits(rng, 8),
        "d9" => digits(rng, 9),
        "d10" => digits(rng, 10),
        "d12" => digits(rng, 12),
        "year" => rng.u32(2005..2027).to_string(),
        "month" => format!("{:02}", rng.u32(1..13)),
        "day" => format!("{:02}", rng.u32(1..29)),
        "hour" => format!("{:02}", rng.u32(0..24)),
        "minute" => format!("{:02}", rng.u32(0..60)),
        "n" => rng.u32(1..200).to_string(),
        "upper" => rng.uppercase().to_string(),
        "uppers" => (0..rng.usize(2..5)).map(|_| rng.uppercase()).collect(),
        "credit" => credit_code(rng),
        "organisation" => organisation_code(rng),
        "like-mobile" => mobile(rng),
        "like-id" => format!("{}{}{}", pick(rng, REGIONS), recent_day(rng), digits(rng, 4)),
        "like-card" => {
            let count = if rng.bool() { 14 } else { 17 };
            format!("62{}", digits(rng, count))
        }
        "like-visa" => format!("{}{}", pick(rng, &["4", "51", "53"]), digits(rng, 15))[..16].to_owned(),
        "lucky-card" => luhn(&format!("{}{}", pick(rng, &["62", "43", "51"]), digits(rng, 13))),
        "lucky-id" => born_on(pick(rng, REGIONS), &recent_day(rng), rng),
        "like-id-15" => format!("{}6{:02}{}", pick(rng, REGIONS), rng.u32(0..100), digits(rng, 6)),
        "imei" => luhn(&format!("86{}", digits(rng, 12))),
        "isbn" => isbn(rng),
        "bar-code" => format!("69{}", digits(rng, 11)),
        "milliseconds" => format!("1{}", 5 + rng.u32(0..2)) + &digits(rng, 11),
        "seconds" => format!("1{}", 5 + rng.u32(0..2)) + &digits(rng, 8),
        "account" => {
            let bank = ["1904", "4300", "8001", "1856", "5860", "7381", "8201"];
            let length = rng.usize(8..16);
            format!("{}{}", pick(rng, &bank), digits(rng, length))
        }
        "amount" => format!("{}.{:02}", rng.u32(100..90_000_000), rng.u32(0..100)),
        "big-amount" => format!("1{}", 3 + rng.u32(0..7)) + &digits(rng, 9),
        "landline" => format!("0736-7{}", digits(rng, 6)),
        "landline-loose" => {
            format!(
                "{}{}7{}",
                pick(rng, &["0736", "(0736)", "（0736）"]),
                pick(rng, &["—", " ", "－"]),
                digits(rng, 6)
            )
        }
        "longitude" => format!("1{}.{}", rng.u32(10..19), digits(rng, 10)),
        "latitude" => format!("2{}.{}", rng.u32(4..9), digits(rng, 11)),
        "fraction" => format!("0.{}", mobile(rng)),
        _ => return None,
    })
}

const PERSONAL: &[&str] = &[
    "qq.com",
    "163.com",
    "126.com",
    "sina.com",
    "foxmail.com",
    "139.com",
    "gmail.com",
    "outlook.com",
    "sohu.com",
    "vip.163.com",
    "189.cn",
];

fn digits(rng: &mut Rng, count: usize) -> String {
    (0..count).map(|_| rng.digit(10)).collect()
}

fn number(rng: &mut Rng, count: usize) -> String {
    format!("{}{}", rng.u32(1..10), digits(rng, count - 1))
}

fn local(rng: &mut Rng) -> String {
    match rng.u8(..3) {
        0 => format!("{}{}", (0..4).map(|_| rng.lowercase()).collect::<String>(), digits(rng, 3)),
        1 => format!(
            "{}_{}",
            (0..5).map(|_| rng.lowercase()).collect::<String>(),
            (0..3).map(|_| rng.lowercase()).collect::<String>()
        ),
        _ => format!(
            "{}.{}",
            (0..2).map(|_| rng.lowercase()).collect::<String>(),
            (0..6).map(|_| rng.lowercase()).collect::<String>()
        ),
    }
}

fn mobile(rng: &mut Rng) -> String {
    let prefix = ["130", "131", "135", "136", "137", "138", "139", "147", "150", "151", "152", "158", "159"];
    let later = ["166", "173", "176", "177", "178", "180", "186", "187", "188", "189", "191", "198", "199"];
    let prefix = if rng.bool() { pick(rng, &prefix) } else { pick(rng, &later) };
    format!("{prefix}{}", digits(rng, 8))
}

fn resident_id(rng: &mut Rng) -> String {
    let (year, month, day) = (rng.u32(1935..2021), rng.u32(1..13), rng.u32(1..29));
    born_on(pick(rng, REGIONS), &format!("{year}{month:02}{day:02}"), rng)
}

fn born_on(region: &str, day: &str, rng: &mut Rng) -> String {
    let head = format!("{region}{day}{}", digits(rng, 3));
    let sum: u32 = head.bytes().zip(WEIGHTS).map(|(byte, weight)| u32::from(byte - b'0') * weight).sum();
    format!("{head}{}", char::from(b"10X98765432"[sum as usize % 11]))
}

fn ending_in_x(rng: &mut Rng) -> String {
    loop {
        let id = resident_id(rng);
        if id.ends_with('X') {
            return id;
        }
    }
}

/// A number of which one digit of the serial part was mistyped.
fn typo(rng: &mut Rng) -> String {
    let mut id = resident_id(rng).into_bytes();
    let place = rng.usize(14..17);
    id[place] = b'0' + (id[place] - b'0' + 1 + rng.u8(0..8)) % 10;
    String::from_utf8(id).expect("digits are text")
}

fn old_resident_id(rng: &mut Rng) -> String {
    let (year, month, day) = (rng.u32(20..85), rng.u32(1..13), rng.u32(1..29));
    format!("{}{year:02}{month:02}{day:02}{}", pick(rng, REGIONS), digits(rng, 3))
}

fn recent_day(rng: &mut Rng) -> String {
    format!("{}{:02}{:02}", rng.u32(2015..2027), rng.u32(1..13), rng.u32(1..29))
}

fn luhn(head: &str) -> String {
    let sum: u32 = head
        .bytes()
        .rev()
        .enumerate()
        .map(|(index, byte)| u32::from(byte - b'0') * if index % 2 == 0 { 2 } else { 1 })
        .map(|product| product / 10 + product % 10)
        .sum();
    format!("{head}{}", (10 - sum % 10) % 10)
}

fn card(rng: &mut Rng) -> String {
    let prefix = ["622848", "622202", "621700", "621799", "623090", "622188", "621539", "622169"];
    match rng.u8(..8) {
        0 => luhn(&format!("{}{}", pick(rng, &["4367", "5187", "5240", "4512"]), digits(rng, 11))),
        1 => luhn(&format!("{}{}", pick(rng, &prefix), digits(rng, 9))),
        _ => luhn(&format!("{}{}", pick(rng, &prefix), digits(rng, 12))),
    }
}

fn organisation_code(rng: &mut Rng) -> String {
    let head = digits(rng, 8);
    let sum: u32 = head.bytes().zip([3, 7, 9, 10, 5, 8, 4, 2]).map(|(b, w)| u32::from(b - b'0') * w).sum();
    format!("{head}{}", char::from(b"0X987654321"[(sum % 11) as usize]))
}

fn credit_code(rng: &mut Rng) -> String {
    let kind = pick(rng, &["11", "12", "13", "51", "52", "91", "92", "93"]);
    let head = format!("{kind}{}{}", pick(rng, REGIONS), organisation_code(rng));
    let (mut sum, mut weight) = (0, 1);
    for byte in head.bytes() {
        sum += weight * CREDIT.iter().position(|known| *known == byte).expect("of the alphabet");
        weight = weight * 3 % 31;
    }
    format!("{head}{}", char::from(CREDIT[(31 - sum % 31) % 31]))
}

fn isbn(rng: &mut Rng) -> String {
    let plain = format!("978-7-{}-{}-", digits(rng, 3), digits(rng, 5));
    format!("{plain}{}", rng.u32(0..10))
}

fn plate(rng: &mut Rng, between: &str) -> String {
    let letter = pick(rng, &["A", "B", "C", "D", "E", "F", "G", "H", "J", "K", "L", "M", "N"]);
    let number = match rng.u8(..3) {
        0 => digits(rng, 5),
        1 => format!("{}{}", pick(rng, &["A", "K", "Q", "X"]), digits(rng, 4)),
        _ => format!("{}{}{}", digits(rng, 2), pick(rng, &["B", "L", "Z"]), digits(rng, 2)),
    };
    format!("{}{letter}{between}{number}", pick(rng, PROVINCES))
}

/// Full-width forms of what has one.
fn wide(text: &str) -> String {
    let widen =
        |char: char| char::from_u32(char as u32 + 0xfee0).filter(|_| char.is_ascii_graphic()).unwrap_or(char);
    text.chars().map(widen).collect()
}

/// With a character between that nobody sees.
fn hidden(text: &str, rng: &mut Rng) -> String {
    let place = rng.usize(1..text.len());
    format!(
        "{}{}{}",
        &text[..place],
        pick(rng, &["\u{200b}", "\u{200d}", "\u{feff}", "\u{2060}"]),
        &text[place..]
    )
}

fn groups(text: &str, sizes: &[usize], between: &str) -> String {
    let mut parts = Vec::new();
    let mut rest = text;
    for size in sizes.iter().filter(|size| **size > 0) {
        let (part, behind) = rest.split_at((*size).min(rest.len()));
        parts.push(part);
        rest = behind;
    }
    parts.retain(|part| !part.is_empty());
    parts.join(between)
}
