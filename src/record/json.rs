//! A document for programs: what the model holds, with the heads of tables as keys.

use serde_json::{Map, Value, json};

use super::RecordFault;
use super::model::{Block, Document, Table};
use super::runs::plain;

/// Version of the shape that is written here: a field that is there stays, and others may come.
const VERSION: u32 = 1;

/// Writes a document.
pub(super) fn write(document: &Document) -> Result<Vec<u8>, RecordFault> {
    let head: Vec<String> = document.head.iter().map(|line| plain(line)).collect();
    let value = json!({
        "version": VERSION,
        "document": document.kind,
        "language": document.locale.tag(),
        "of": document.of,
        "date": document.date,
        "title": plain(&document.title),
        "head": head,
        "text": document.blocks.iter().map(block).collect::<Vec<_>>(),
        "people": named(&document.voices.people),
        "delegations": named(&document.voices.delegations),
    });
    Ok(serde_json::to_vec(&value)?)
}

fn named<Id: ToString>(voices: &[(Id, String)]) -> Map<String, Value> {
    voices.iter().map(|(id, name)| (id.to_string(), Value::from(name.as_str()))).collect()
}

fn block(block: &Block) -> Value {
    match block {
        Block::Heading(heading) => json!({"heading": plain(&heading.runs), "level": heading.level}),
        Block::Paragraph(paragraph) => {
            let mut value =
                json!({"text": plain(&paragraph.runs), "runs": paragraph.runs, "set": paragraph.set});
            if let Value::Object(fields) = &mut value {
                fields.extend(paragraph.number.map(|number| ("number".to_owned(), json!(number))));
                fields.extend(paragraph.at.as_ref().map(|at| ("at".to_owned(), json!(at.data))));
                fields.extend(paragraph.speech.as_ref().map(|speech| ("speech".to_owned(), json!(speech))));
            }
            value
        }
        Block::Table(table) => of_table(table),
    }
}

fn of_table(table: &Table) -> Value {
    let row = |row: &Vec<super::model::Cell>| -> Map<String, Value> {
        let named = table.columns.iter().zip(row);
        named.map(|(column, cell)| (column.key.to_owned(), Value::from(cell.value()))).collect()
    };
    let columns: Map<String, Value> = table
        .columns
        .iter()
        .map(|column| (column.key.to_owned(), Value::from(column.title.as_str())))
        .collect();
    json!({"table": plain(&table.caption), "columns": columns, "rows": table.rows.iter().map(row).collect::<Vec<_>>()})
}
