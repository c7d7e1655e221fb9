package se.trepart.model.casefile;

import java.time.LocalDate;
import java.util.UUID;

import se.trepart.model.control.Settings;

/** The intake of a case and its hand-over to the running group (mottagning och överlämning). R3 */
public final class Intake {

    private Intake() {}

    /** The last day in intake. */
    public static LocalDate lastDay(CaseFile file, Settings settings) {
        return file.phaseSince().plusMonths(settings.intakeMonths());
    }

    /** Whether the case still lies in intake after its last day. */
    public static boolean overdue(CaseFile file, LocalDate today, Settings settings) {
        return file.phase() == Phase.INTAKE && today.isAfter(lastDay(file, settings));
    }

    /** Hands the case over to the running group's unit; its team lead distributes it. */
    public static CaseFile handOver(CaseFile file, UUID runningUnitId, LocalDate today) {
        if (file.phase() != Phase.INTAKE) {
            throw new IllegalStateException("only a case in intake is handed over");
        }
        return new CaseFile(file.id(), runningUnitId, file.number(), null, Phase.RUNNING, file.openedOn(), today, null, null);
    }

    /** The day by which what was handed over on a day is distributed: the municipality's day, of this month or the next. */
    public static LocalDate distributedBy(LocalDate handedOverOn, Settings settings) {
        LocalDate thisMonth = handedOverOn.withDayOfMonth(Math.min(settings.handOverDay(), handedOverOn.lengthOfMonth()));
        if (!handedOverOn.isAfter(thisMonth)) {
            return thisMonth;
        }
        LocalDate next = handedOverOn.plusMonths(1);
        return next.withDayOfMonth(Math.min(settings.handOverDay(), next.lengthOfMonth()));
    }

    public static CaseFile distribute(CaseFile file, UUID responsible) {
        return new CaseFile(file.id(), file.unitId(), file.number(), responsible, file.phase(), file.openedOn(), file.phaseSince(),
                file.closedOn(), file.closingReason());
    }
}
