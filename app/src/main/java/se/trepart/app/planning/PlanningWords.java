package se.trepart.app.planning;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import se.trepart.app.casefile.CaseDocuments;
import se.trepart.app.casefile.CaseSituation;
import se.trepart.app.shell.Desk;
import se.trepart.app.text.Formats;
import se.trepart.app.text.Texts;
import se.trepart.model.Document;
import se.trepart.model.access.Staff;
import se.trepart.model.casefile.Adult;
import se.trepart.model.followup.DayItem;
import se.trepart.model.followup.Reminder;
import se.trepart.model.meeting.TripartiteMeeting;
import se.trepart.model.plan.Action;
import se.trepart.model.plan.ActionKind;
import se.trepart.model.plan.ActionTerms;
import se.trepart.model.plan.Attendance;
import se.trepart.model.plan.AttendanceSummary;
import se.trepart.model.plan.Obstacle;
import se.trepart.model.plan.Plan;
import se.trepart.model.plan.Referral;
import se.trepart.model.plan.SelfSupport;

import org.jspecify.annotations.Nullable;

/** The plan side of a case in words. */
final class PlanningWords {

    private final Texts texts;
    private final Formats formats;

    PlanningWords(Desk desk) {
        texts = desk.texts();
        formats = desk.formats();
    }

    /** "Insats slutar snart: Praktik, om 5 dagar (27 nov)". */
    String line(DayItem item, CaseSituation now) {
        Optional<Document> about = about(item.aboutId(), now.documents());
        String what = about.map(this::detail).orElse("");
        boolean several = now.documents().household().adults().size() > 1;
        String who = several ? about.flatMap(document -> member(document, now)).map(a -> a.person().firstName()).orElse("") : "";
        LocalDate due = item.dueOn();
        String detail = Stream.of(who, what, due == null ? "" : formats.due(due))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        String name = texts.name("today.kind", item.kind());
        return detail.isEmpty() ? name : texts.of("planning.to-do", name, detail);
    }

    /** "Praktik, Skolköket". */
    String action(ActionTerms terms) {
        return terms.place().isBlank() ? kind(terms.kind()) : kind(terms.kind()) + ", " + terms.place();
    }

    String kind(String key) {
        return ActionKind.nameOf(key);
    }

    static String obstacle(String key) {
        return Obstacle.of(key).map(PlanningWords::obstacle).orElse(key);
    }

    static String obstacle(Obstacle obstacle) {
        return obstacle.choice().isEmpty() ? obstacle.group() : obstacle.group() + ", " + obstacle.choice();
    }

    static String staff(@Nullable UUID id, CaseSituation now) {
        return now.registers().staff(id).map(Staff::name).orElse("–");
    }

    /** Whose document it is; a mark's id leads to its week. */
    static Optional<UUID> memberOf(UUID aboutId, CaseDocuments documents) {
        return about(aboutId, documents).flatMap(PlanningWords::memberId);
    }

    private static Optional<Document> about(UUID id, CaseDocuments documents) {
        return documents.all()
                .stream()
                .filter(document -> document.id().equals(id)
                        || document instanceof Attendance week && week.marks().stream().anyMatch(mark -> mark.id().equals(id)))
                .findFirst();
    }

    private String detail(Document document) {
        return switch (document) {
            case Action action -> kind(action.terms().kind());
            case AttendanceSummary summary -> Formats.month(summary.month());
            case Reminder reminder -> reminder.what();
            case TripartiteMeeting meeting -> formats.shortDate(meeting.on());
            default -> "";
        };
    }

    private static Optional<Adult> member(Document document, CaseSituation now) {
        return memberId(document).flatMap(id -> now.documents().household().adults().stream().filter(a -> a.id().equals(id)).findFirst());
    }

    private static Optional<UUID> memberId(Document document) {
        return switch (document) {
            case Action action -> Optional.of(action.memberId());
            case AttendanceSummary summary -> Optional.of(summary.memberId());
            case Attendance week -> Optional.of(week.memberId());
            case Referral referral -> Optional.of(referral.memberId());
            case Plan plan -> Optional.of(plan.memberId());
            case SelfSupport support -> Optional.of(support.memberId());
            case TripartiteMeeting meeting -> Optional.of(meeting.memberId());
            default -> Optional.empty();
        };
    }
}
