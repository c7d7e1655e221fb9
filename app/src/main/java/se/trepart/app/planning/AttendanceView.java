package se.trepart.app.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import se.trepart.app.casefile.OpenCase;
import se.trepart.app.control.Folded;
import se.trepart.app.control.KeyValues;
import se.trepart.app.control.Labels;
import se.trepart.app.control.Section;
import se.trepart.app.control.Styles;
import se.trepart.app.shell.Desk;
import se.trepart.app.text.Formats;
import se.trepart.app.text.Texts;
import se.trepart.model.plan.AttendanceSum;
import se.trepart.model.plan.AttendanceSummary;
import se.trepart.model.plan.AttendanceSummary.Receipt;
import se.trepart.model.plan.Presence;

/** The consultant's month reports, with the caseworker's receipt (månadsrapporter om närvaro). R24 */
final class AttendanceView extends PlanningPart {

    private static final int MINUTES = 60;

    private final PlanningViewModel model;
    private final OpenCase openCase;
    private final Desk desk;
    private final Texts texts;

    AttendanceView(PlanningViewModel model, OpenCase openCase) {
        this.model = model;
        this.openCase = openCase;
        desk = openCase.desk();
        texts = desk.texts();
    }

    @Override
    protected Object shape(PlanningPage page) {
        return List.of(page.adult().id(), page.summaries());
    }

    @Override
    protected List<Node> build(PlanningPage page) {
        if (page.summaries().isEmpty()) {
            return List.of();
        }
        Section section = new Section(texts.of("planning.summaries"));
        List<Node> nodes = new ArrayList<>();
        for (AttendanceSummary summary : page.summaries()) {
            Receipt receipt = summary.receipt();
            Node node = receipt == null
                    ? unread(summary, page)
                    : new Folded(texts.of("planning.summary.read", Formats.month(summary.month()),
                            PlanningWords.staff(receipt.by(), page.now()), desk.formats().time(receipt.at())), numbers(summary, page));
            anchor(summary.id().toString(), node);
            nodes.add(node);
        }
        section.getChildren().addAll(nodes);
        return List.of(section);
    }

    private Node unread(AttendanceSummary summary, PlanningPage page) {
        HBox head = new HBox(Labels.strong(Formats.month(summary.month())),
                Labels.badge(texts.of("planning.summary.unread"), Styles.ATTENTION));
        head.getStyleClass().add(Styles.ROW);
        VBox card = new VBox(head, numbers(summary, page));
        card.getStyleClass().add(Styles.CARD);
        if (openCase.mayChange()) {
            Button read = new Button(texts.of("planning.summary.receive"));
            read.setId("planning-summary-read-" + summary.month());
            read.setAccessibleText(texts.of("planning.summary.receive-of", Formats.month(summary.month())));
            read.setOnAction(_ -> model.receive(summary));
            card.getChildren().add(read);
        }
        return card;
    }

    /** Planned and attended time apart, and each kind of absence for itself. */
    private Node numbers(AttendanceSummary summary, PlanningPage page) {
        AttendanceSum sum = summary.sum();
        KeyValues numbers = new KeyValues().add(texts.of("planning.summary.weeks"), weeks(sum))
                .add(texts.of("planning.summary.planned"), hours(sum.plannedMinutes()))
                .add(texts.of("planning.summary.attended"), hours(sum.attendedMinutes()));
        for (Presence presence : Presence.values()) {
            numbers.add(texts.name("planning.presence", presence), texts.count("planning.summary.days", sum.days(presence)));
        }
        numbers.add(texts.of("planning.summary.words"), summary.words())
                .add(texts.of("planning.summary.by"), texts.of("planning.summary.by-at", PlanningWords.staff(summary.sentBy(), page.now()),
                        desk.formats().time(summary.sentAt())));
        return numbers;
    }

    private static String weeks(AttendanceSum sum) {
        return sum.weeks().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private String hours(int minutes) {
        int rest = minutes % MINUTES;
        return rest == 0
                ? texts.of("planning.summary.hours", minutes / MINUTES)
                : texts.of("planning.summary.hours-minutes", minutes / MINUTES, rest);
    }
}
