//! The parts of a package that are the same in every document.

/// Which part is of what kind.
pub(super) const CONTENT_TYPES: &str = include_str!("parts/content_types.xml");
/// The parts of the package.
pub(super) const PACKAGE_RELATIONS: &str = include_str!("parts/package_relations.xml");
/// What wrote it.
pub(super) const APP: &str = include_str!("parts/app.xml");
/// The parts of the document.
pub(super) const RELATIONS: &str = include_str!("parts/relations.xml");
/// Styles; headings among them are those that Word's navigation shows.
pub(super) const STYLES: &str = include_str!("parts/styles.xml");
/// Settings.
pub(super) const SETTINGS: &str = include_str!("parts/settings.xml");
/// Fonts that the document names.
pub(super) const FONTS: &str = include_str!("parts/fonts.xml");
/// The theme, which Word asks for.
pub(super) const THEME: &str = include_str!("parts/theme.xml");
