//! Numbers before paragraphs, as word processors write them: 1, 01, a, iv, 一, 壹, 甲, ① …

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NumberFormat {
    Decimal,
    /// With zeros before it, up to so many digits.
    Padded(usize),
    FullWidth,
    UpperRoman,
    LowerRoman,
    UpperLetter,
    LowerLetter,
    /// 十一, 一百零一.
    Chinese,
    /// 壹, 贰, 拾.
    ChineseLegal,
    /// 一〇一: each digit by itself.
    ChineseDigits,
    /// 甲, 乙 …
    HeavenlyStems,
    /// 子, 丑 …
    EarthlyBranches,
    /// ① …
    Circled,
    /// ⑴ …
    Bracketed,
    /// ⒈ …
    WithPoint,
    /// A sign instead of a number.
    Bullet,
    /// Nothing.
    None,
}

impl NumberFormat {
    /// By its name in Office Open XML.
    pub fn named(name: &str) -> Self {
        match name {
            "bullet" => NumberFormat::Bullet,
            "none" => NumberFormat::None,
            "decimalZero" => NumberFormat::Padded(2),
            "decimalFullWidth" | "decimalFullWidth2" => NumberFormat::FullWidth,
            "upperRoman" => NumberFormat::UpperRoman,
            "lowerRoman" => NumberFormat::LowerRoman,
            "upperLetter" => NumberFormat::UpperLetter,
            "lowerLetter" => NumberFormat::LowerLetter,
            "chineseCounting"
            | "chineseCountingThousand"
            | "taiwaneseCounting"
            | "taiwaneseCountingThousand"
            | "japaneseCounting" => NumberFormat::Chinese,
            "chineseLegalSimplified" | "ideographLegalTraditional" | "japaneseLegal" => {
                NumberFormat::ChineseLegal
            }
            "ideographDigital" | "taiwaneseDigital" | "japaneseDigitalTenThousand" => {
                NumberFormat::ChineseDigits
            }
            "ideographTraditional" => NumberFormat::HeavenlyStems,
            "ideographZodiac" | "ideographZodiacTraditional" => NumberFormat::EarthlyBranches,
            "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" | "ideographEnclosedCircle" => {
                NumberFormat::Circled
            }
            "decimalEnclosedParen" => NumberFormat::Bracketed,
            "decimalEnclosedFullstop" => NumberFormat::WithPoint,
            _ => NumberFormat::Decimal,
        }
    }

    /// By the pattern that some programs write for it: `001, 002, 003, ...`.
    pub fn of_pattern(pattern: &str) -> Option<Self> {
        let first = pattern.split(',').next()?.trim();
        let is_padded =
            first.len() > 1 && first.starts_with('0') && first.bytes().all(|byte| byte.is_ascii_digit());
        is_padded.then_some(NumberFormat::Padded(first.len()))
    }
}

/// A number as it is written.
pub(super) fn write(number: i64, format: NumberFormat) -> String {
    let plain = || number.to_string();
    let of_row = |first: char, most: i64| {
        let code = u32::from(first).checked_add(u32::try_from(number).ok()?.checked_sub(1)?)?;
        (number <= most).then(|| char::from_u32(code).map(String::from)).flatten()
    };
    let cycle = |signs: &str| {
        let count = i64::try_from(signs.chars().count()).ok()?;
        let place = usize::try_from((number - 1).rem_euclid(count)).ok()?;
        (number >= 1).then(|| signs.chars().nth(place).map(String::from)).flatten()
    };
    match format {
        NumberFormat::Decimal => plain(),
        NumberFormat::Padded(digits) => format!("{number:0>digits$}"),
        NumberFormat::FullWidth => plain().chars().map(full_width).collect(),
        NumberFormat::UpperRoman => roman(number).unwrap_or_else(plain),
        NumberFormat::LowerRoman => roman(number).map_or_else(plain, |text| text.to_lowercase()),
        NumberFormat::UpperLetter => letters(number, 'A').unwrap_or_else(plain),
        NumberFormat::LowerLetter => letters(number, 'a').unwrap_or_else(plain),
        NumberFormat::Chinese => chinese(number, "零一二三四五六七八九", "十百千").unwrap_or_else(plain),
        NumberFormat::ChineseLegal => chinese(number, "零壹贰叁肆伍陆柒捌玖", "拾佰仟").unwrap_or_else(plain),
        NumberFormat::ChineseDigits => plain().chars().map(chinese_digit).collect(),
        NumberFormat::HeavenlyStems => cycle("甲乙丙丁戊己庚辛壬癸").unwrap_or_else(plain),
        NumberFormat::EarthlyBranches => cycle("子丑寅卯辰巳午未申酉戌亥").unwrap_or_else(plain),
        NumberFormat::Circled => match number {
            21..=35 => char::from_u32(0x3250 + u32::try_from(number - 20).unwrap_or(0)).map(String::from),
            36..=50 => char::from_u32(0x32b0 + u32::try_from(number - 35).unwrap_or(0)).map(String::from),
            _ => of_row('①', 20),
        }
        .unwrap_or_else(plain),
        NumberFormat::Bracketed => of_row('⑴', 20).unwrap_or_else(plain),
        NumberFormat::WithPoint => of_row('⒈', 20).unwrap_or_else(plain),
        NumberFormat::Bullet | NumberFormat::None => String::new(),
    }
}

fn full_width(char: char) -> char {
    char.to_digit(10).and_then(|digit| char::from_u32(0xff10 + digit)).unwrap_or(char)
}

fn chinese_digit(char: char) -> char {
    char.to_digit(10).and_then(|digit| "〇一二三四五六七八九".chars().nth(digit as usize)).unwrap_or(char)
}

fn roman(number: i64) -> Option<String> {
    const SIGNS: &[(i64, &str)] = &[
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut rest = Some(number).filter(|number| (1..4000).contains(number))?;
    let mut text = String::new();
    for (value, sign) in SIGNS {
        while rest >= *value {
            text.push_str(sign);
            rest -= value;
        }
    }
    Some(text)
}

/// a … z, then aa … zz, as word processors go on.
fn letters(number: i64, first: char) -> Option<String> {
    let place = u32::try_from(number).ok()?.checked_sub(1).filter(|place| *place < 780)?;
    let letter = char::from_u32(u32::from(first) + place % 26)?;
    Some(letter.to_string().repeat(place as usize / 26 + 1))
}

fn chinese(number: i64, digits: &str, units: &str) -> Option<String> {
    let number = u32::try_from(number).ok().filter(|number| *number < 10_000)?;
    let digit = |value: u32| digits.chars().nth(value as usize);
    if number == 0 {
        return digit(0).map(String::from);
    }
    let mut text = String::new();
    let mut owes_zero = false;
    for place in (0..4).rev() {
        let value = number / 10u32.pow(place) % 10;
        if value == 0 {
            owes_zero = !text.is_empty();
            continue;
        }
        if owes_zero {
            text.extend(digit(0));
            owes_zero = false;
        }
        // 十 at the beginning needs no 一.
        let is_bare_ten = place == 1 && value == 1 && text.is_empty() && units.starts_with('十');
        if !is_bare_ten {
            text.extend(digit(value));
        }
        if place > 0 {
            text.extend(units.chars().nth(place as usize - 1));
        }
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_word_processors_do() {
        for (name, number, written) in [
            ("decimal", 12, "12"),
            ("decimalZero", 3, "03"),
            ("upperRoman", 14, "XIV"),
            ("lowerRoman", 9, "ix"),
            ("upperLetter", 27, "AA"),
            ("lowerLetter", 3, "c"),
            ("chineseCounting", 10, "十"),
            ("chineseCountingThousand", 21, "二十一"),
            ("chineseCountingThousand", 101, "一百零一"),
            ("chineseCountingThousand", 110, "一百一十"),
            ("chineseCountingThousand", 1001, "一千零一"),
            ("japaneseCounting", 11, "十一"),
            ("chineseLegalSimplified", 11, "壹拾壹"),
            ("ideographDigital", 20, "二〇"),
            ("ideographTraditional", 3, "丙"),
            ("ideographZodiac", 13, "子"),
            ("decimalEnclosedCircleChinese", 20, "⑳"),
            ("decimalEnclosedCircle", 21, "㉑"),
            ("decimalEnclosedParen", 2, "⑵"),
            ("decimalEnclosedFullstop", 1, "⒈"),
            ("decimalFullWidth", 10, "１０"),
            ("bullet", 1, ""),
            ("decimal", -1, "-1"),
            ("upperRoman", 0, "0"),
        ] {
            assert_eq!(write(number, NumberFormat::named(name)), written, "{name} {number}");
        }
        assert_eq!(NumberFormat::of_pattern("0001, 0002, 0003, ..."), Some(NumberFormat::Padded(4)));
        assert_eq!(NumberFormat::of_pattern("1, 2, 3"), None);
    }
}
