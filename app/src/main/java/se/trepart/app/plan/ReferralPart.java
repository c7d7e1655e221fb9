package se.trepart.app.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import se.trepart.app.control.Folded;
import se.trepart.app.control.KeyValues;
import se.trepart.app.control.Labels;
import se.trepart.app.control.Section;
import se.trepart.app.control.Styles;
import se.trepart.app.shell.Desk;
import se.trepart.app.text.Formats;
import se.trepart.app.text.Texts;
import se.trepart.model.access.Unit;
import se.trepart.model.plan.ActionKind;
import se.trepart.model.plan.Referral;
import se.trepart.model.plan.Referral.Status;
import se.trepart.model.plan.Referral.Told;
import se.trepart.model.plan.ReferralIncomplete.Part;
import se.trepart.model.plan.ReferralReturn;

/** The referrals with everything written, and the answer to them (remiss). R21, R26 */
final class ReferralPart {

    private final ParticipantViewModel model;
    private final Map<String, Node> anchors;
    private final Desk desk;
    private final Texts texts;

    ReferralPart(ParticipantViewModel model, Map<String, Node> anchors) {
        this.model = model;
        this.anchors = anchors;
        desk = model.openCase().desk();
        texts = desk.texts();
    }

    Node build(PlanPage page) {
        Section section = new Section(texts.of("plan.referral"));
        if (page.referrals().isEmpty()) {
            section.getChildren().add(Labels.hint(texts.of("plan.referral.none")));
        }
        for (Referral referral : page.referrals()) {
            Node card = card(referral, page);
            anchors.put(referral.id().toString(), card);
            section.getChildren().add(card);
        }
        return section;
    }

    private Node card(Referral referral, PlanPage page) {
        String wanted = referral.wantedKind().isEmpty() ? texts.of("plan.referral.wanted-none") : ActionKind.nameOf(referral.wantedKind());
        String tone = switch (referral.status()) {
            case ACCEPTED -> Styles.GOOD;
            case DECLINED, RETURNED -> Styles.URGENT;
            case WRITING, SENT, RECEIVED -> Styles.ATTENTION;
        };
        String from = texts.of("plan.referral.from", page.staff(referral.writtenBy()),
                page.now().registers().unit(referral.toUnitId()).map(Unit::name).orElse("–"));
        HBox head = new HBox(Labels.strong(wanted), Labels.badge(texts.name("planning.status", referral.status()), tone),
                Labels.muted(from));
        head.getStyleClass().add(Styles.ROW);
        VBox card = new VBox(head);
        card.getStyleClass().add(Styles.CARD);
        referral.steps().forEach(step -> card.getChildren().add(Labels.hint(step(step, page))));
        if (referral.unanswered()) {
            referral.answerBy(page.settings())
                    .ifPresent(by -> card.getChildren().add(Labels.text(texts.of("plan.referral.answer-by", desk.formats().due(by)))));
        }
        KeyValues content = content(referral);
        card.getChildren().add(referral.unanswered() ? content : new Folded(texts.of("plan.referral.content"), content));
        Optional.ofNullable(referral.returned()).ifPresent(why -> card.getChildren().add(returned(why)));
        if (model.mayPlan()) {
            List<Node> buttons = buttons(referral);
            if (!buttons.isEmpty()) {
                HBox row = new HBox();
                row.getChildren().addAll(buttons);
                row.getStyleClass().add(Styles.ROW);
                card.getChildren().add(row);
            }
        }
        return card;
    }

    private List<Node> buttons(Referral referral) {
        Node decline = ParticipantPage.button(texts.of("plan.referral.decline"), "plan-decline",
                () -> model.open(new ReferralForms.Decline(model, referral)));
        return switch (referral.status()) {
            case SENT ->
                List.of(ParticipantPage.button(texts.of("plan.referral.receive"), "plan-receive", () -> model.receive(referral)), decline);
            case RECEIVED -> List.of(decline);
            case ACCEPTED -> List.of(ParticipantPage.button(texts.of("plan.referral.return"), "plan-return",
                    () -> model.open(new ReferralForms.GiveBack(model, referral))));
            case WRITING, DECLINED, RETURNED -> List.of();
        };
    }

    private String step(Referral.Step step, PlanPage page) {
        String line = texts.of("plan.referral.step", desk.formats().time(step.at()), texts.name("planning.status", step.status()),
                page.staff(step.by()));
        return step.status() == Status.DECLINED ? texts.of("plan.referral.step-why", line, step.words()) : line;
    }

    private KeyValues content(Referral referral) {
        Told told = referral.told();
        return new KeyValues().add(texts.name("planning.part", Part.NEED), referral.need())
                .add(texts.name("planning.part", Part.PURPOSE), referral.purpose())
                .add(texts.name("planning.part", Part.GOAL), referral.goal())
                .add(texts.name("planning.part", Part.CONTENT), referral.content())
                .add(texts.name("planning.part", Part.CONSEQUENCES), referral.consequences())
                .add(texts.of("planning.told"),
                        told == null
                                ? ""
                                : texts.of("planning.told.line", texts.name("planning.told", told.how()), Formats.date(told.on())));
    }

    private Node returned(ReferralReturn why) {
        return new KeyValues().add(texts.of("planning.return.assessment"), why.assessment())
                .add(texts.of("planning.return.reason"), why.reason())
                .add(texts.of("planning.return.evaluation"), why.evaluation());
    }
}
