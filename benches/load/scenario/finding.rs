//! What holds of every scenario at its end: all hold what a fresh view holds, nothing that was acknowledged is lost, and no
//! two had the floor at once.

use std::rc::Rc;
use std::time::Duration;

use anyhow::Context as _;

use super::outcome::{Outcome, source};
use super::people::People;
use super::scene::Scene;
use super::world::World;

/// How long the last answers may take, and until all agree.
const WITHIN: Duration = Duration::from_secs(30);

/// Looks at what each of these groups holds and at the log, and ends the servers. Commands are those of the first group.
///
/// # Errors
/// If it cannot be looked at.
pub async fn correct(
    outcome: &mut Outcome,
    groups: Vec<People>,
    scene: Scene,
    session: &str,
) -> anyhow::Result<()> {
    let world = groups.first().context("nobody is there")?.world.clone();
    agree(outcome, &groups.iter().collect::<Vec<_>>()).await?;
    drop(groups);
    logged(outcome, scene, session, &world).await
}

/// Looks at what each of these groups holds.
///
/// # Errors
/// If it cannot be looked at.
pub async fn agree(outcome: &mut Outcome, groups: &[&People]) -> anyhow::Result<()> {
    let (mut unanswered, mut compared, mut differ) = (0, 0, 0);
    for group in groups {
        unanswered += group.all_answered(WITHIN).await;
        let agreement = group.agree(WITHIN).await?;
        compared += agreement.compared;
        differ += agreement.differ;
        for difference in agreement.named {
            outcome.figure("differs", difference);
        }
        let refused: Vec<String> =
            group.world.refused.borrow().iter().map(|(code, count)| format!("{count} {code}")).collect();
        if !refused.is_empty() {
            outcome.figure("refused, by the rules", refused.join(", "));
        }
    }
    outcome.goal("commands without an answer", unanswered as f64, 0.0, "", source::CORRECT);
    outcome.goal("views other than a fresh one", f64::from(differ), 0.0, "", source::CORRECT);
    // They read by one reader.
    let two = groups.first().map_or(0, |group| group.world.reader.two_on_floor());
    outcome.goal("views with two turns at once", two as f64, 0.0, "", source::CORRECT);
    outcome.figure("views compared", compared.to_string());
    Ok(())
}

/// Ends the servers and looks at the log.
///
/// # Errors
/// If it cannot be read.
pub async fn logged(
    outcome: &mut Outcome,
    scene: Scene,
    session: &str,
    world: &Rc<World>,
) -> anyhow::Result<()> {
    let kept = scene.kept(session, world).await?;
    outcome.goal("acknowledged commands that the log lacks", kept.lost() as f64, 0.0, "", source::CORRECT);
    for (kind, count) in &kept.lost {
        outcome.figure("the log lacks", format!("{count} {kind}"));
    }
    outcome.goal("commands that were done twice", kept.twice as f64, 0.0, "", source::CORRECT);
    outcome.figure(
        "commands acknowledged",
        format!("{} in a log of {} entries", kept.acknowledged, kept.entries),
    );
    Ok(())
}

/// Tells how connections ended that nobody ended here.
pub fn endings(outcome: &mut Outcome, people: &People) {
    let endings = people.world.endings.borrow();
    let told: Vec<String> = endings.iter().map(|(how, count)| format!("{count} × {how}")).collect();
    if !told.is_empty() {
        outcome.figure("connections that ended", told.join("; "));
    }
}
