package se.trepart.model.application;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.ClosingReason;
import se.trepart.model.casefile.Phase;
import se.trepart.model.control.Settings;

/** When and how a case is closed (avslut av ärende). R1, R4 */
public final class Closing {

    private final List<ClosingReason> catalogue;

    public Closing(List<ClosingReason> catalogue) {
        this.catalogue = List.copyOf(catalogue);
    }

    /** What stands in the way of closing. */
    public enum Obstacle {
        /** an application is neither decided, dismissed nor withdrawn (R1) */
        UNDECIDED_APPLICATION,
        /** the reason is not in the catalogue of the day (R4) */
        REASON,
        ALREADY_CLOSED
    }

    /** The closing was tried although something stands in the way. */
    public static final class Refused extends IllegalStateException {

        private final Set<Obstacle> obstacles;

        Refused(Set<Obstacle> obstacles) {
            super("cannot close: " + obstacles);
            this.obstacles = Set.copyOf(obstacles);
        }

        public Set<Obstacle> obstacles() {
            return obstacles;
        }
    }

    /** The reasons to choose from on a day. */
    public List<ClosingReason> reasons(LocalDate day) {
        return catalogue.stream().filter(reason -> reason.validOn(day)).toList();
    }

    /** R4: no new decision for the municipality's number of months, so that closing is suggested. Without any decision: since the phase began. */
    public static boolean suggested(CaseFile file, Collection<LocalDate> decidedOn, LocalDate today, Settings settings) {
        LocalDate latest = decidedOn.stream().max(LocalDate::compareTo).orElse(file.phaseSince());
        return file.phase() != Phase.CLOSED && !today.isBefore(latest.plusMonths(settings.quietMonthsBeforeClosing()));
    }

    /** R1: the applications that must be decided first. */
    public static List<Application> undecided(CaseFile file, Collection<Application> applications) {
        return applications.stream().filter(a -> a.caseId().equals(file.id()) && !a.status().ended()).toList();
    }

    public Set<Obstacle> obstacles(CaseFile file, Collection<Application> applications, String reason, LocalDate day) {
        Set<Obstacle> obstacles = EnumSet.noneOf(Obstacle.class);
        if (file.phase() == Phase.CLOSED) {
            obstacles.add(Obstacle.ALREADY_CLOSED);
        }
        if (!undecided(file, applications).isEmpty()) {
            obstacles.add(Obstacle.UNDECIDED_APPLICATION);
        }
        if (reasons(day).stream().noneMatch(choice -> choice.reason().equals(reason))) {
            obstacles.add(Obstacle.REASON);
        }
        return obstacles;
    }

    /** @throws Refused when {@link #obstacles} has any */
    public CaseFile close(CaseFile file, Collection<Application> applications, String reason, LocalDate day) {
        Set<Obstacle> obstacles = obstacles(file, applications, reason, day);
        if (!obstacles.isEmpty()) {
            throw new Refused(obstacles);
        }
        return new CaseFile(file.id(), file.unitId(), file.number(), file.responsible(), Phase.CLOSED, file.openedOn(), day, day, reason);
    }
}
