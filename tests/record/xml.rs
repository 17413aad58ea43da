//! XML, read back as a tree.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

#[derive(Debug, Default)]
pub struct Element {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    pub children: Vec<Element>,
    /// The text straight within it.
    pub own: String,
}

impl Element {
    pub fn read(text: &str) -> Self {
        let mut reader = Reader::from_str(text);
        let mut open = vec![Self::default()];
        loop {
            match reader.read_event().unwrap() {
                Event::Start(start) => open.push(begun(&start)),
                Event::Empty(start) => open.last_mut().unwrap().children.push(begun(&start)),
                Event::End(_) => {
                    let done = open.pop().unwrap();
                    open.last_mut().unwrap().children.push(done);
                }
                Event::Text(text) => open.last_mut().unwrap().own.push_str(&text),
                Event::GeneralRef(named) => {
                    let letter = match &*named {
                        "lt" => '<',
                        "gt" => '>',
                        "amp" => '&',
                        "quot" => '"',
                        "apos" => '\'',
                        other => panic!("{other} is no entity of XML"),
                    };
                    open.last_mut().unwrap().own.push(letter);
                }
                Event::Eof => break,
                Event::Decl(_) => {}
                other @ (Event::CData(_) | Event::Comment(_) | Event::PI(_) | Event::DocType(_)) => {
                    panic!("documents have none of this: {other:?}")
                }
            }
        }
        assert_eq!(open.len(), 1, "every element is closed");
        open.pop().unwrap().children.pop().unwrap()
    }

    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    pub fn child(&self, name: &str) -> Option<&Element> {
        self.children.iter().find(|child| child.name == name)
    }

    /// All elements below of a name, in order.
    pub fn all<'a>(&'a self, name: &str) -> Vec<&'a Element> {
        let mut found = Vec::new();
        self.find(name, &mut found);
        found
    }

    fn find<'a>(&'a self, name: &str, found: &mut Vec<&'a Element>) {
        for child in &self.children {
            if child.name == name {
                found.push(child);
            }
            child.find(name, found);
        }
    }

    /// All elements below.
    pub fn each(&self, look: &mut dyn FnMut(&Element)) {
        look(self);
        self.children.iter().for_each(|child| child.each(look));
    }

    /// The text of all elements of a name below, in order.
    pub fn text_of(&self, name: &str) -> String {
        self.all(name).iter().map(|found| found.own.as_str()).collect()
    }
}

fn begun(start: &BytesStart<'_>) -> Element {
    let attributes = start.attributes().map(|attribute| {
        let attribute = attribute.unwrap();
        let key = attribute.key.0.to_owned();
        let value = quick_xml::escape::unescape(&attribute.value).unwrap().into_owned();
        (key, value)
    });
    let name = start.name().0.to_owned();
    Element { name, attributes: attributes.collect(), children: Vec::new(), own: String::new() }
}
