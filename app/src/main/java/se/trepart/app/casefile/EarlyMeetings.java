package se.trepart.app.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import se.trepart.app.text.Texts;
import se.trepart.model.casefile.Adult;
import se.trepart.model.followup.CasePlanning;
import se.trepart.model.plan.SelfSupport;

import org.jspecify.annotations.Nullable;

/** The early planning meeting of each adult (tidigt planeringssamtal). R20 */
public final class EarlyMeetings {

    private final OpenCase openCase;

    public EarlyMeetings(OpenCase openCase) {
        this.openCase = openCase;
    }

    /**
     * One adult's meeting.
     *
     * @param on null until it is booked
     * @param words by when it is to be booked and who comes first; empty when it is booked
     */
    public record Line(UUID memberId, String name, @Nullable LocalDate on, String words) {}

    public List<Line> lines(CaseSituation now) {
        CasePlanning planning = now.planning();
        return now.documents().household().adults().stream().map(adult -> line(adult, now, planning)).toList();
    }

    /** @param on null when it is not booked after all */
    public void book(UUID memberId, @Nullable LocalDate on) {
        SelfSupportEdit edit = new SelfSupportEdit(openCase, memberId);
        Optional<LocalDate> before = openCase.situation()
                .flatMap(now -> SelfSupportEdit.of(now.documents(), memberId))
                .flatMap(support -> Optional.ofNullable(support.earlyMeetingOn()));
        edit.change(support -> support.bookEarlyMeeting(on));
        openCase.undo().did(() -> edit.change(support -> support.bookEarlyMeeting(before.orElse(null))));
    }

    private Line line(Adult adult, CaseSituation now, CasePlanning planning) {
        Texts texts = openCase.desk().texts();
        LocalDate on = SelfSupportEdit.of(now.documents(), adult.id()).map(SelfSupport::earlyMeetingOn).orElse(null);
        String by = planning.earlyMeetingBy()
                .map(day -> texts.of("casefile.early-meeting.by", openCase.desk().formats().due(day)))
                .orElse("");
        String first = planning.firstInLine(adult) ? texts.of("casefile.early-meeting.first") : "";
        return new Line(adult.id(), adult.person().firstName(), on, on == null ? (by + " " + first).strip() : "");
    }
}
