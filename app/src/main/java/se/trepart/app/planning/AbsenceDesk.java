package se.trepart.app.planning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import se.trepart.app.casefile.OpenCase;
import se.trepart.app.casefile.TypedText;
import se.trepart.local.cache.Intent;
import se.trepart.local.cache.Intent.Write;
import se.trepart.model.plan.AbsenceResponse;
import se.trepart.model.plan.AbsenceResponse.Led;
import se.trepart.model.plan.Attendance;
import se.trepart.model.plan.Attendance.Mark;
import se.trepart.model.plan.InvalidAbsence;

import org.jspecify.annotations.Nullable;

/** What an adult's days away without a valid reason led to, and why (följd av ogiltig frånvaro). R24; nothing is chosen beforehand. */
final class AbsenceDesk {

    private final OpenCase openCase;
    private final TypedText why;
    private final ObjectProperty<@Nullable Led> led = new SimpleObjectProperty<>();

    AbsenceDesk(OpenCase openCase, UUID memberId) {
        this.openCase = openCase;
        why = openCase.typed("planning/absence/" + memberId + "/why", _ -> {});
        why.show("");
    }

    ObjectProperty<@Nullable Led> led() {
        return led;
    }

    TypedText why() {
        return why;
    }

    /** There is nothing to answer any more: what was being written is thrown away. */
    void drop() {
        why.textProperty().set("");
        led.set(null);
    }

    boolean ready() {
        return led.get() != null && !why.text().isBlank();
    }

    /** Records it for these days; for a day that has been dealt with or changed meanwhile nothing is recorded. */
    void record(List<InvalidAbsence> days) {
        Led what = led.get();
        if (what == null || !ready()) {
            return;
        }
        String reason = why.text().strip();
        UUID me = openCase.desk().staff().id();
        Instant at = openCase.desk().clock().instant();
        Set<UUID> marks = days.stream().map(day -> day.mark().id()).collect(Collectors.toSet());
        openCase.edit(documents -> {
            List<Write> writes = new ArrayList<>();
            for (InvalidAbsence absence : InvalidAbsence.of(documents.of(Attendance.class), documents.of(AbsenceResponse.class))) {
                Mark mark = absence.mark();
                if (absence.open() && marks.contains(mark.id())) {
                    writes.add(new Write.Create(AbsenceResponse.record(absence.attendance(), mark, what, reason, me, at)));
                }
            }
            return new Intent(writes);
        }, this::drop);
    }
}
