//! What of a page is read: its texts, and the attributes that are read aloud or shown.

/// Attributes whose value is text for people.
const READ: [&str; 4] = ["aria-label", "title", "placeholder", "alt"];

/// Every text of a page with what it stands in, such as `p` or `button aria-label`.
pub(crate) fn texts(html: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut name = String::new();
    let mut rest = html;
    while let Some((text, behind)) = rest.split_once('<') {
        found.push((name.clone(), plain(text)));
        let (tag, behind) = behind.split_once('>').expect("a tag ends");
        if !tag.starts_with('/') {
            name = tag.split_ascii_whitespace().next().unwrap_or_default().into();
            for attribute in READ {
                if let Some((_, value)) = tag.split_once(&format!(" {attribute}=\"")) {
                    let value = value.split_once('"').expect("a value ends").0;
                    found.push((format!("{name} {attribute}"), plain(value)));
                }
            }
        }
        rest = behind;
    }
    found.retain(|(_, text)| !text.trim().is_empty());
    found
}

fn plain(text: &str) -> String {
    let signs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&#x2F;", "/"), ("&#x60;", "`")];
    let plain = signs.iter().fold(text.to_string(), |text, (code, sign)| text.replace(code, sign));
    plain.replace("&amp;", "&")
}
