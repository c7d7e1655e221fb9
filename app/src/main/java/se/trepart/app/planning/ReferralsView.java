package se.trepart.app.planning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import se.trepart.app.casefile.DayField;
import se.trepart.app.casefile.OpenCase;
import se.trepart.app.casefile.TypedField;
import se.trepart.app.casefile.Warnings;
import se.trepart.app.control.ChoiceField;
import se.trepart.app.control.Field;
import se.trepart.app.control.Folded;
import se.trepart.app.control.KeyValues;
import se.trepart.app.control.Labels;
import se.trepart.app.control.Section;
import se.trepart.app.control.Styles;
import se.trepart.app.shell.Desk;
import se.trepart.app.text.Formats;
import se.trepart.app.text.Texts;
import se.trepart.model.access.Unit;
import se.trepart.model.followup.Snooze;
import se.trepart.model.plan.Referral;
import se.trepart.model.plan.Referral.Status;
import se.trepart.model.plan.Referral.Step;
import se.trepart.model.plan.Referral.Told;
import se.trepart.model.plan.ReferralClock;
import se.trepart.model.plan.ReferralIncomplete.Part;
import se.trepart.model.plan.ReferralReturn;

/** How long it has gone without a referral, the one being written, and those sent with what became of them (remisser). R21, R22, R26 */
final class ReferralsView extends PlanningPart {

    private final PlanningViewModel model;
    private final OpenCase openCase;
    private final Desk desk;
    private final Texts texts;
    private final PlanningWords words;

    ReferralsView(PlanningViewModel model, OpenCase openCase) {
        this.model = model;
        this.openCase = openCase;
        desk = openCase.desk();
        texts = desk.texts();
        words = new PlanningWords(desk);
    }

    @Override
    protected Object shape(PlanningPage page) {
        List<Object> shape = new ArrayList<>();
        shape.add(page.adult().id());
        shape.add(Optional.ofNullable(page.clock()));
        // what is typed in the one being written lies in its fields
        page.referrals().forEach(referral -> shape.add(referral.status() == Status.WRITING ? referral.id() : referral));
        page.referrals().forEach(referral -> shape.add(page.noted(referral)));
        shape.add(model.labourMarketUnits().isEmpty());
        return shape;
    }

    @Override
    protected List<Node> build(PlanningPage page) {
        Section section = new Section(texts.of("planning.referrals"));
        clock(page).ifPresent(section.getChildren()::add);
        if (page.referrals().isEmpty()) {
            section.getChildren().add(Labels.hint(texts.of("planning.referrals.none", page.name())));
        }
        if (model.labourMarketUnits().isEmpty()) {
            section.getChildren().add(Labels.hint(texts.of("planning.referrals.no-unit")));
        }
        for (Referral referral : page.referrals()) {
            section.getChildren().add(referral.status() == Status.WRITING ? editor(referral, page) : card(referral, page));
        }
        anchor(PlanningView.REFERRALS, section);
        return List.of(section);
    }

    private Optional<Node> clock(PlanningPage page) {
        return Optional.ofNullable(page.clock()).map((ReferralClock clock) -> {
            String time = clock.months() == 0 ? texts.of("planning.clock.short") : texts.count("planning.months", clock.months());
            String said = texts.of("planning.clock", time, Formats.date(clock.since()));
            return clock.warning().isEmpty() ? Labels.text(said) : Warnings.of(said);
        });
    }

    private Node editor(Referral referral, PlanningPage page) {
        ReferralDraft draft = model.draft(referral);
        VBox form = new VBox(Labels.strong(texts.of("planning.referral.new", page.name(), unit(referral, page))));
        form.getStyleClass().add(Styles.CARD);
        if (!openCase.mayChange()) {
            form.getChildren().add(Labels.hint(texts.of("planning.referral.being-written", staff(referral, page))));
            return form;
        }
        for (Part part : ReferralDraft.WRITTEN) {
            TypedField field = TypedField.area(texts.name("planning.part", part), texts.name("planning.part-help", part), draft.part(part),
                    2, desk);
            field.control().setId("planning-referral-" + part.name());
            anchor(part.name(), field.control());
            form.getChildren().add(field);
            if (part == Part.NEED) {
                String name = texts.of("planning.wanted");
                ChoiceField<String> kind = new ChoiceField<>(name, FXCollections.observableArrayList(model.kinds()), draft.wanted());
                kind.setId("planning-referral-kind");
                form.getChildren().add(new Field(name, kind));
            }
        }
        form.getChildren().add(told(draft, page.today()));
        anchor(referral.id().toString(), form);
        return form;
    }

    private Node told(ReferralDraft draft, LocalDate today) {
        String name = texts.of("planning.told");
        ChoiceField<Told.How> how = new ChoiceField<>(name, FXCollections.observableArrayList(model.hows()), draft.how());
        how.setId("planning-referral-told-how");
        anchor(Part.TOLD.name(), how);
        DayField[] day = new DayField[1];
        day[0] = new DayField(texts.of("planning.told.on"), "", texts, on -> {
            boolean early = on == null || !on.isAfter(today);
            day[0].fault(early ? "" : texts.of("casefile.journal.day-in-future"));
            draft.toldOn(early ? on : null);
        });
        day[0].picker().setId("planning-referral-told-on");
        day[0].show(draft.toldOn().orElse(null));
        HBox row = new HBox(new Field(name, how), day[0]);
        row.getStyleClass().add(Styles.FORM_ROW);
        return row;
    }

    private Node card(Referral referral, PlanningPage page) {
        VBox card = new VBox(head(referral, page));
        card.getStyleClass().add(Styles.CARD);
        anchor(referral.id().toString(), card);
        VBox history = new VBox();
        history.getStyleClass().add(Styles.TIGHT);
        referral.steps().forEach(step -> history.getChildren().add(Labels.text(step(step, page))));
        if (referral.unanswered()) {
            referral.answerBy(page.now().registers().planning(page.today()))
                    .ifPresent(
                            by -> history.getChildren().add(Labels.hint(texts.of("planning.referral.answer-by", desk.formats().due(by)))));
        }
        card.getChildren().add(history);
        ReferralReturn returned = referral.returned();
        if (returned != null) {
            card.getChildren().add(returned(returned));
        }
        card.getChildren().add(content(referral));
        if (referral.status() == Status.RETURNED || referral.status() == Status.DECLINED) {
            addNext(card, referral, page);
        }
        return card;
    }

    private Node head(Referral referral, PlanningPage page) {
        String wanted = referral.wantedKind().isEmpty() ? texts.of("planning.referral") : words.kind(referral.wantedKind());
        String tone = switch (referral.status()) {
            case ACCEPTED -> Styles.GOOD;
            case DECLINED, RETURNED -> Styles.URGENT;
            case WRITING, SENT, RECEIVED -> Styles.ATTENTION;
        };
        Label to = Labels.muted(texts.of("planning.referral.to", unit(referral, page)));
        HBox head = new HBox(Labels.strong(wanted), Labels.badge(texts.name("planning.status", referral.status()), tone), to);
        head.getStyleClass().add(Styles.ROW);
        return head;
    }

    private String step(Step step, PlanningPage page) {
        String line = texts.of("planning.step", desk.formats().time(step.at()), texts.name("planning.status", step.status()),
                PlanningWords.staff(step.by(), page.now()));
        return step.words().isBlank() ? line : texts.of("planning.step-words", line, step.words());
    }

    /** R26: what the consultant wrote, and when it was talked through. */
    private Node returned(ReferralReturn why) {
        LocalDate talked = why.talkedThroughOn();
        return new KeyValues().add(texts.of("planning.return.assessment"), why.assessment())
                .add(texts.of("planning.return.reason"), why.reason())
                .add(texts.of("planning.return.evaluation"), why.evaluation())
                .add(texts.of("planning.return.talked"), talked == null ? "" : Formats.date(talked));
    }

    private Node content(Referral referral) {
        KeyValues about = new KeyValues();
        about.add(texts.name("planning.part", Part.NEED), referral.need());
        about.add(texts.name("planning.part", Part.PURPOSE), referral.purpose());
        about.add(texts.name("planning.part", Part.GOAL), referral.goal());
        about.add(texts.name("planning.part", Part.CONTENT), referral.content());
        about.add(texts.name("planning.part", Part.CONSEQUENCES), referral.consequences());
        Told told = referral.told();
        about.add(texts.of("planning.told"),
                told == null ? "" : texts.of("planning.told.line", texts.name("planning.told", told.how()), Formats.date(told.on())));
        return new Folded(texts.of("planning.referral.content"), about);
    }

    /** R26: a new referral, or what was decided instead and when it is taken up again. */
    private void addNext(VBox card, Referral referral, PlanningPage page) {
        Optional<Snooze> noted = page.noted(referral);
        noted.ifPresent(note -> card.getChildren()
                .add(Labels.text(texts.of("planning.next.noted", Formats.date(note.on()), PlanningWords.staff(note.by(), page.now()),
                        note.reason(), Formats.date(note.until())))));
        if (!page.asksWhatIsNext(referral) || !openCase.mayChange()) {
            return;
        }
        NextStep next = model.nextStep(referral);
        TypedField what = TypedField.area(texts.of("planning.next.words"), texts.of("planning.next.words-help"), next.words(), 2, desk);
        what.control().setId("planning-next-words");
        DayField again = new DayField(texts.of("planning.next.again"), "", texts, next.again()::set);
        again.picker().setId("planning-next-again");
        again.show(next.again().get());
        Button note = new Button(texts.of("planning.next.note"));
        note.setId("planning-next-note");
        note.setOnAction(_ -> next.note());
        Runnable refresh = () -> {
            LocalDate day = next.again().get();
            again.fault(day == null || day.isAfter(page.today()) ? "" : texts.of("planning.next.again-late"));
            note.setDisable(!next.ready());
        };
        next.words().textProperty().subscribe(_ -> refresh.run());
        next.again().subscribe(_ -> refresh.run());
        card.getChildren().addAll(Labels.strong(texts.of("planning.next")), Labels.text(texts.of("planning.next.text")), what, again, note);
    }

    private String staff(Referral referral, PlanningPage page) {
        return PlanningWords.staff(referral.writtenBy(), page.now());
    }

    private static String unit(Referral referral, PlanningPage page) {
        return page.now().registers().unit(referral.toUnitId()).map(Unit::name).orElse("–");
    }
}
