package se.trepart.app.plan;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import se.trepart.app.control.Choice;
import se.trepart.app.control.Folded;
import se.trepart.app.control.Labels;
import se.trepart.app.control.Section;
import se.trepart.app.control.Styles;
import se.trepart.app.letter.LetterOffice;
import se.trepart.app.letter.PaperDelivery;
import se.trepart.app.letter.PaperDelivery.Paper;
import se.trepart.app.letter.PaperPosting;
import se.trepart.app.letter.SentPapersView;
import se.trepart.app.shell.Desk;
import se.trepart.app.text.Texts;
import se.trepart.model.letter.SentPaper.Kind;
import se.trepart.model.plan.Plan;
import se.trepart.model.plan.PlanVersion;

/** The plan as it was agreed, again and again, and the plan on paper (versioner och utskrift). */
final class VersionsPart {

    private final ParticipantViewModel model;
    private final Desk desk;
    private final Texts texts;
    private final PaperDelivery delivery;
    private final PlanPaper paper;
    private final PaperPosting posting;
    private final PlanChanges changes;

    VersionsPart(ParticipantViewModel model, LetterOffice letters) {
        this.model = model;
        desk = model.openCase().desk();
        texts = desk.texts();
        delivery = new PaperDelivery(desk, letters);
        paper = new PlanPaper(desk, letters);
        posting = new PaperPosting(model.openCase(), letters);
        changes = new PlanChanges(texts);
    }

    Node build(PlanPage page) {
        Section section = new Section(texts.of("plan.versions"));
        List<PlanVersion> versions = page.versions();
        if (versions.isEmpty()) {
            section.getChildren().add(Labels.hint(texts.of("plan.versions.none")));
        }
        for (int i = 0; i < versions.size(); i++) {
            section.getChildren().add(version(versions.get(i), i + 1 < versions.size() ? List.of(versions.get(i + 1)) : List.of(), page));
        }
        Plan plan = page.plan();
        if (plan != null) {
            section.getChildren().addAll(buttons(plan, page), new SentPapersView(posting, plan.id(), texts));
        }
        return section;
    }

    /** @param before the version before it; none for the first */
    private Node version(PlanVersion version, List<PlanVersion> before, PlanPage page) {
        Instant at = version.madeAt();
        String line = texts.of("plan.version", version.number(), desk.formats().time(at), page.staff(version.by()), version.why());
        VBox lines = new VBox();
        lines.getStyleClass().add(Styles.TIGHT);
        List<String> what = before.isEmpty()
                ? List.of(texts.of("plan.version.first"))
                : changes.between(before.getFirst(), version, page::staff);
        (what.isEmpty() ? List.of(texts.of("plan.version.same")) : what).forEach(one -> lines.getChildren().add(Labels.text(one)));
        return new Folded(line, lines);
    }

    private Node buttons(Plan plan, PlanPage page) {
        FlowPane row = new FlowPane(8, 8);
        if (model.mayPlan() && plan.running()) {
            row.getChildren()
                    .add(ParticipantPage.button(texts.of("plan.version.keep"), "plan-version-keep",
                            () -> model.open(new PlanForms.Version(model, plan))));
        }
        Callable<Paper> whole = () -> paper.plan(page);
        Callable<Paper> plain = () -> paper.inPlainWords(page);
        row.getChildren()
                .addAll(ParticipantPage.button(texts.of("plan.print"), "plan-print", () -> delivery.print(whole)),
                        ParticipantPage.button(texts.of("plan.save"), "plan-save", () -> delivery.save(texts.of("plan.file"), whole)),
                        ParticipantPage.button(texts.of("plan.print-plain"), "plan-print-plain", () -> delivery.print(plain)),
                        ParticipantPage.button(texts.of("plan.save-plain"), "plan-save-plain",
                                () -> delivery.save(texts.of("plan.file-plain"), plain)));
        if (model.mayPlan()) {
            row.getChildren().add(ParticipantPage.button(texts.of("letter.paper.send"), "plan-sent", () -> send(plan, page)));
        }
        return row;
    }

    /** Markera som skickad: asks which of the two papers. */
    private void send(Plan plan, PlanPage page) {
        List<Choice<Kind>> kinds = Stream.of(Kind.PLAN, Kind.PLAN_IN_PLAIN_WORDS)
                .map(kind -> new Choice<>(texts.name("letter.paper", kind), kind))
                .toList();
        desk.dialogs()
                .choose(texts.of("letter.paper.send.title"), texts.of("letter.paper.which"), kinds)
                .ifPresent(kind -> posting.send(kind, plan.id(), page.adult().id(),
                        () -> kind == Kind.PLAN ? paper.plan(page) : paper.inPlainWords(page)));
    }
}
