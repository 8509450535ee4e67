//! Scripts as they are shipped: without the comments, which are a fifth of what a page would load.

use anyhow::{Result, bail, ensure};

/// A script without the lines that are comments alone. What stands behind code on its line stays.
///
/// # Errors
/// If a text goes over more than one line: a line of it could look like a comment.
pub fn without_comments(script: &str) -> Result<String> {
    let mut kept = String::with_capacity(script.len());
    let mut inside = false;
    for line in script.lines() {
        let trimmed = line.trim();
        let opens = trimmed.starts_with("/**");
        if inside || opens {
            inside = !trimmed.ends_with("*/");
        } else if !trimmed.starts_with("//") {
            if line.replace("\\`", "").matches('`').count() % 2 == 1 {
                bail!("a text between backticks goes over more than one line; write it on one: {trimmed}");
            }
            kept.push_str(line);
            kept.push('\n');
        }
    }
    ensure!(!inside, "a comment is not closed");
    Ok(kept)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops by panicking")]

    use super::without_comments;

    #[test]
    fn lines_that_are_comments_go_and_code_stays() {
        let script = "// head\nconst a = '// no comment'; // behind code\n/**\n * @param {string} b `odd\n */\n  /** one line */\n  // `odd\nconst c = `\\`${a}`;\nimport(/* @vite-ignore */ a);\n";
        let kept = "const a = '// no comment'; // behind code\nconst c = `\\`${a}`;\nimport(/* @vite-ignore */ a);\n";
        assert_eq!(without_comments(script).unwrap(), kept);
    }

    #[test]
    fn what_could_be_a_text_is_refused() {
        for script in ["const a = `one\n// two`;\n", "/** never closed\nconst a = 1;\n"] {
            assert!(without_comments(script).is_err(), "{script}");
        }
    }
}
