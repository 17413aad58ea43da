//! The recorded voices of the demonstration.

use std::path::PathBuf;

use plenary::media::ogg::Clip;

#[test]
fn every_voice_is_a_clip_and_all_are_small() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("conferences/gcm-arab-2021/voices");
    let (mut bytes, mut clips) = (0, 0);
    for entry in std::fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|end| end == "opus") {
            let clip = Clip::read(&path).unwrap();
            let seconds = clip.packets() / 50;
            assert!((1..=26).contains(&seconds), "{} lasts {seconds} s", path.display());
            bytes += std::fs::metadata(&path).unwrap().len();
            clips += 1;
        }
    }
    assert_eq!(clips, 63);
    assert!(bytes < 3_000_000, "{bytes} bytes");
}
