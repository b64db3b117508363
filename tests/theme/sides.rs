//! The style sheets name no left and no right, so that a page in a language written from the right is its mirror image.

use maklumat::theme::Theme;

/// Declarations in which the side does not matter.
const ANY_SIDE: [(&str, &str); 2] = [
    // The wider of the phone's edges is kept free on both sides.
    ("padding-inline", "env(safe-area-inset-left)"),
    // A float takes the legend out of the frame; among flexible items it goes to no side.
    ("float", "left"),
];

/// The declarations of a style sheet that name a side of the screen.
fn sided(css: &str) -> Vec<String> {
    let mut bare = String::new();
    let mut rest = css;
    while let Some((before, comment)) = rest.split_once("/*") {
        bare.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    bare.push_str(rest);
    // What stands before a bracket is a selector or a query.
    bare.split_inclusive(['{', '}', ';'])
        .filter(|part| !part.ends_with('{'))
        .map(|part| part.trim_end_matches(['}', ';']))
        .filter_map(|declaration| declaration.split_once(':'))
        .map(|(name, value)| (name.trim(), value.trim()))
        .filter(|(name, value)| {
            let free = |(own, part): &(&str, &str)| name == own && value.contains(part);
            !ANY_SIDE.iter().any(free) && (names_a_side(name) || says_a_side(name, value))
        })
        .map(|(name, value)| format!("{name}: {value}"))
        .collect()
}

fn names_a_side(name: &str) -> bool {
    name.split('-')
        .any(|part| part == "left" || part == "right")
}

/// Whether a value names a side, moves along one, or gives two different ones in the order of the clock.
fn says_a_side(name: &str, value: &str) -> bool {
    let words = value.split(|c: char| !c.is_ascii_alphanumeric());
    let moves = value.contains("translateX(") || value.contains("translate(");
    if moves || words.clone().any(|word| word == "left" || word == "right") {
        return true;
    }
    let box_like = [
        "margin",
        "padding",
        "inset",
        "border-width",
        "border-color",
        "border-style",
    ];
    let clockwise =
        box_like.contains(&name) || name.starts_with("scroll-") || name == "border-radius";
    let parts: Vec<&str> = value.split_ascii_whitespace().collect();
    match parts[..] {
        [_, right, _, left] if clockwise => right != left || name == "border-radius",
        _ => false,
    }
}

#[test]
fn no_style_sheet_names_a_side() {
    let mut declarations = 0;
    for file in Theme::default_files() {
        if file.path.ends_with(".css") {
            assert_eq!(sided(file.text), Vec::<String>::new(), "{}", file.path);
            declarations += file.text.matches(':').count();
        }
    }
    assert!(declarations > 400, "only {declarations} were read");
}

#[test]
fn a_side_is_noticed_however_it_is_named() {
    for declaration in [
        "margin-left: 1rem",
        "border-right: 1px solid",
        "border-top-left-radius: 4px",
        "right: 0",
        "text-align: left",
        "float: right",
        "padding: 1px 2px 3px 4px",
        "inset: 0 auto 0 0",
        "border-radius: 4px 0 0 4px",
        "transform: translateX(-2px)",
        "background: linear-gradient(to right, red, blue)",
        "padding-left: env(safe-area-inset-left)",
    ] {
        let sheet = format!("/* left */ @media print {{ a::before {{ {declaration}; top: 0; }} }}");
        assert_eq!(sided(&sheet), [declaration]);
    }
    let free = "a { padding: 1px 2px 3px 2px; margin-inline-start: 1px; content: \"←\"; }";
    assert_eq!(sided(free), Vec::<String>::new());
}
