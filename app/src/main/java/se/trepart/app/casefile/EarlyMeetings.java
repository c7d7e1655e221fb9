package se.trepart.app.casefile;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

import se.trepart.app.text.Formats;
import se.trepart.app.text.Texts;
import se.trepart.model.access.Staff;
import se.trepart.model.casefile.Adult;
import se.trepart.model.followup.CasePlace;
import se.trepart.model.followup.CasePlanning;
import se.trepart.model.plan.SelfSupport;
import se.trepart.model.plan.SelfSupport.NoEarlyMeeting;

import org.jspecify.annotations.Nullable;

/** The early planning meeting of each adult, or why none is to be booked (tidigt planeringssamtal). R20 */
public final class EarlyMeetings {

    private final OpenCase openCase;
    private final String field;
    private final Map<UUID, TypedText> reasons = new HashMap<>();

    /** @param place where in the case it is filled in, so that what is typed is found there again */
    public EarlyMeetings(OpenCase openCase, CasePlace place) {
        this.openCase = openCase;
        field = place.name().toLowerCase(Locale.ROOT) + "/no-early-meeting/";
    }

    /**
     * One adult's meeting.
     *
     * @param on null until it is booked
     * @param words by when it is to be booked and who comes first, or why none is to be; empty when it is booked
     * @param without whether somebody has said that none is to be booked
     */
    public record Line(UUID memberId, String name, @Nullable LocalDate on, String words, boolean without) {}

    public List<Line> lines(CaseSituation now) {
        CasePlanning planning = now.planning();
        return now.documents().household().adults().stream().map(adult -> line(adult, now, planning)).toList();
    }

    /** @param on null when it is not booked after all */
    public void book(UUID memberId, @Nullable LocalDate on) {
        change(memberId, support -> support.bookEarlyMeeting(on), () -> {});
    }

    /** Why none is to be booked, as it is typed. */
    TypedText reason(UUID memberId) {
        TypedText reason = reasons.computeIfAbsent(memberId, id -> openCase.typed(field + id, _ -> {}));
        reason.show("");
        return reason;
    }

    /** None is to be booked, for the reason that is typed. Nothing happens without one. */
    public void bookNone(UUID memberId) {
        TypedText reason = reason(memberId);
        if (!reason.text().isBlank()) {
            NoEarlyMeeting why = NoEarlyMeeting.because(reason.text().strip(), openCase.desk().staff().id(), openCase.desk().today());
            change(memberId, support -> support.withoutEarlyMeeting(why), () -> reason.textProperty().set(""));
        }
    }

    /** One is to be booked after all. */
    public void bookAfterAll(UUID memberId) {
        change(memberId, support -> support.withoutEarlyMeeting(null), () -> {});
    }

    private void change(UUID memberId, UnaryOperator<SelfSupport> change, Runnable then) {
        SelfSupportEdit edit = new SelfSupportEdit(openCase, memberId);
        Optional<SelfSupport> before = openCase.situation().flatMap(now -> SelfSupportEdit.of(now.documents(), memberId));
        edit.change(change, then);
        openCase.undo()
                .did(() -> edit.change(support -> support.withoutEarlyMeeting(before.map(SelfSupport::noEarlyMeeting).orElse(null))
                        .bookEarlyMeeting(before.map(SelfSupport::earlyMeetingOn).orElse(null))));
    }

    private Line line(Adult adult, CaseSituation now, CasePlanning planning) {
        Optional<SelfSupport> support = SelfSupportEdit.of(now.documents(), adult.id());
        LocalDate on = support.map(SelfSupport::earlyMeetingOn).orElse(null);
        NoEarlyMeeting none = support.map(SelfSupport::noEarlyMeeting).orElse(null);
        return new Line(adult.id(), adult.person().firstName(), on, words(adult, on, none, now, planning), none != null);
    }

    private String words(Adult adult, @Nullable LocalDate on, @Nullable NoEarlyMeeting none, CaseSituation now, CasePlanning planning) {
        Texts texts = openCase.desk().texts();
        if (none != null) {
            String who = now.registers().staff(none.by()).map(Staff::name).orElse("–");
            return texts.of("casefile.early-meeting.none", none.reason(), who, Formats.date(none.on()));
        }
        if (on != null) {
            return "";
        }
        String by = texts.of("casefile.early-meeting.by", openCase.desk().formats().due(planning.earlyMeetingBy()));
        String first = planning.firstInLine(adult) ? texts.of("casefile.early-meeting.first") : "";
        return (by + " " + first).strip();
    }
}
