package se.trepart.model.norm;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import se.trepart.model.Money;
import se.trepart.model.application.AppliedCost;
import se.trepart.model.application.Income;
import se.trepart.model.application.IncomeType;
import se.trepart.model.casefile.Adult;
import se.trepart.model.casefile.Child;
import se.trepart.model.control.Settings;

import org.jspecify.annotations.Nullable;

/**
 * Works out what a household needs and has in a month (normberäkning), line by line, each line explaining itself. R9–R13.
 * Every applied cost is taken as applied; the caseworker's changes come afterwards ({@link Calculation#change}).
 */
public final class NormCalculation {

    private static final int COUNTED_WITH_STIMULUS = 75;

    private final Norms norms;

    public NormCalculation(Norms norms) {
        this.norms = norms;
    }

    /** What stands in the way of a calculation; empty when nothing does. */
    public List<CalculationFault> faults(CalculationBasis basis) {
        List<CalculationFault> faults = new ArrayList<>();
        if (!norms.covers(basis.period())) {
            faults.add(new CalculationFault(CalculationFault.Kind.NO_NORM, null));
        }
        if (basis.adults().isEmpty() || basis.adults().size() > 2) {
            faults.add(new CalculationFault(CalculationFault.Kind.ADULTS, null));
        }
        for (Child child : basis.children()) {
            faultOf(child, basis).ifPresent(kind -> faults.add(new CalculationFault(kind, child.id())));
        }
        if (basis.sharedHomeSize() != 0 && basis.sharedHomeSize() < basis.people()) {
            faults.add(new CalculationFault(CalculationFault.Kind.SHARED_HOME_SIZE, null));
        }
        List<UUID> members = Stream.concat(basis.adults().stream().map(Adult::id), basis.children().stream().map(Child::id)).toList();
        basis.incomes()
                .stream()
                .filter(income -> !members.contains(income.memberId()))
                .forEach(income -> faults.add(new CalculationFault(CalculationFault.Kind.UNKNOWN_MEMBER, income.id())));
        return faults;
    }

    /** @throws NotCalculable when {@link #faults} has any */
    public List<CalculationLine> lines(CalculationBasis basis, Settings settings) {
        List<CalculationFault> faults = faults(basis);
        if (!faults.isEmpty()) {
            throw new NotCalculable(faults);
        }
        Norm norm = norms.at(basis.period());
        Lines lines = new Lines(basis.applicationId());
        addPersonalCosts(lines, basis, norm, settings);
        addSharedCosts(lines, basis, norm);
        basis.costs().forEach(lines::addCost);
        addIncomes(lines, basis, settings);
        return inOrder(lines.list);
    }

    /** The calculation a caseworker sees first. @throws NotCalculable when {@link #faults} has any */
    public Calculation propose(CalculationBasis basis, Settings settings, UUID id, UUID unitId, UUID caseId, LocalDate madeOn,
            UUID madeBy) {
        return new Calculation(id, unitId, caseId, basis.applicationId(), basis.period(), madeOn, madeBy, lines(basis, settings), false);
    }

    /**
     * The calculation again after the facts have changed. What the caseworker has written is kept where the line is still there; lines
     * that the caseworker has added are kept (R14).
     *
     * @throws NotCalculable when {@link #faults} has any
     * @throws CalculationLocked when the calculation is locked (R17)
     */
    public Calculation recalculate(Calculation calculation, CalculationBasis basis, Settings settings) {
        Map<UUID, CalculationLine> before = new HashMap<>();
        calculation.lines().forEach(line -> before.put(line.id(), line));
        List<CalculationLine> lines = new ArrayList<>();
        for (CalculationLine line : lines(basis, settings)) {
            CalculationLine old = before.get(line.id());
            lines.add(old == null ? line : line.with(old.caseworkerAmount(), old.reason()));
        }
        calculation.lines().stream().filter(CalculationLine::added).forEach(lines::add);
        return calculation.withLines(inOrder(lines));
    }

    /** Lists are kept in order of id: ids made in the same millisecond do not tell which came first. */
    private static List<CalculationLine> inOrder(List<CalculationLine> lines) {
        return lines.stream().sorted(Comparator.comparing(line -> line.id().toString())).toList();
    }

    private static Optional<CalculationFault.Kind> faultOf(Child child, CalculationBasis basis) {
        if (child.person().number().birthDate().isAfter(basis.period().atEndOfMonth())) {
            return Optional.of(CalculationFault.Kind.NOT_BORN);
        }
        int age = child.person().number().ageAtEndOf(basis.period());
        if (age >= 21 || age >= 18 && !child.inUpperSecondarySchool()) {
            return Optional.of(CalculationFault.Kind.OWN_CASE);
        }
        boolean daysWrong = child.partTime() && (child.daysInHome() < 1 || child.daysInHome() > 31);
        return daysWrong ? Optional.of(CalculationFault.Kind.DAYS_IN_HOME) : Optional.empty();
    }

    private static void addPersonalCosts(Lines lines, CalculationBasis basis, Norm norm, Settings settings) {
        // the law has one amount for the two of a couple: one line, so that nothing is lost by halving
        UUID adult = basis.couple() ? null : basis.adults().getFirst().id();
        lines.addNorm("adults", LineKind.PERSONAL, adult, norm.adults(basis.couple()), 1, 1, "R9");
        for (Child child : basis.children()) {
            NormCell cell = norm.child(child.person().number().ageAtEndOf(basis.period()), child.lunchAway());
            int month = settings.childMonthDays();
            if (child.partTime()) {
                lines.addNorm("child", LineKind.PERSONAL, child.id(), cell, Math.min(child.daysInHome(), month), month, "R10");
            } else {
                lines.addNorm("child", LineKind.PERSONAL, child.id(), cell, 1, 1, "R10");
            }
        }
    }

    /** In somebody else's home the household bears its part of the costs of all who live there. */
    private static void addSharedCosts(Lines lines, CalculationBasis basis, Norm norm) {
        boolean sharing = basis.sharedHomeSize() > 0;
        int size = sharing ? basis.sharedHomeSize() : basis.people();
        int numerator = sharing ? basis.people() : 1;
        int denominator = sharing ? size : 1;
        lines.addNorm("shared", LineKind.SHARED, null, norm.shared(size), numerator, denominator, "R9");
        int more = size - Norm.LARGEST_SIZE;
        if (more > 0) {
            lines.addNorm("eachMore", LineKind.SHARED, null, norm.eachMore(), more * numerator, denominator, "R9");
        }
    }

    private static void addIncomes(Lines lines, CalculationBasis basis, Settings settings) {
        List<UUID> stimulated = basis.adults().stream().filter(Adult::jobStimulus).map(Adult::id).toList();
        List<UUID> children = basis.children().stream().map(Child::id).toList();
        Map<UUID, Money> earned = new HashMap<>(basis.earnedBefore());
        for (Income income : basis.incomes()) {
            boolean salary = income.type() == IncomeType.SALARY;
            if (salary && children.contains(income.memberId())) {
                Money before = earned.getOrDefault(income.memberId(), Money.ZERO);
                lines.addChildSalary(income, settings.prisbasbelopp().minus(before).max(Money.ZERO));
                earned.put(income.memberId(), before.plus(income.amount()));
            } else if (salary && stimulated.contains(income.memberId())) {
                lines.addIncome(income, income.amount(), Lines.COUNTED, COUNTED_WITH_STIMULUS, 100, "R12", Matter.JOB_STIMULUS);
            } else {
                lines.addIncome(income, income.amount(), Lines.COUNTED, 1, 1, "R11", Matter.RIGHT);
            }
        }
    }

    /** The lines as they are made; an id follows from what the line is about, so that the same facts give the same ids everywhere. */
    private record Lines(UUID applicationId, List<CalculationLine> list) {

        private static final List<String> ORDER = List.of("adults", "child", "shared", "eachMore", "cost", "income");
        private static final String NOT_COUNTED = "notCounted";
        private static final String COUNTED = "counted";
        /** The bit of an id that puts the counted part of an income after the part that is not counted. */
        private static final long SECOND_PART = 1;

        Lines(UUID applicationId) {
            this(applicationId, new ArrayList<>());
        }

        void addNorm(String about, LineKind kind, @Nullable UUID memberId, NormCell cell, int numerator, int denominator, String rule) {
            list.add(line(id(about, memberId), kind, memberId, null, cell.name(), cell.amount(), numerator, denominator, rule,
                    Matter.NORM_AMOUNTS, !cell.verified()));
        }

        void addCost(AppliedCost cost) {
            list.add(line(id("cost", cost.id()), LineKind.COST, null, cost.id(), cost.type().name(), cost.applied(), 1, 1, "R13",
                    cost.type().byRight() ? Matter.SUPPORT_PARTS : Matter.RIGHT, false));
        }

        /** What fits within the price base amount is not counted; what is above it is a line of its own. */
        void addChildSalary(Income income, Money free) {
            Money notCounted = income.amount().min(free);
            addIncome(income, notCounted, NOT_COUNTED, 0, 1, "R11", Matter.CHILD_INCOME);
            if (income.amount().compareTo(notCounted) > 0) {
                addIncome(income, income.amount().minus(notCounted), COUNTED, 1, 1, "R11", Matter.CHILD_INCOME);
            }
        }

        void addIncome(Income income, Money full, String part, int numerator, int denominator, String rule, String matter) {
            list.add(line(id(part, income.id()), LineKind.INCOME, income.memberId(), income.id(), income.type().name(), full, numerator,
                    denominator, rule, matter, false));
        }

        private static CalculationLine line(UUID id, LineKind kind, @Nullable UUID memberId, @Nullable UUID sourceId, String code,
                Money full, int numerator, int denominator, String rule, String matter, boolean unconfirmed) {
            return new CalculationLine(id, kind, memberId, sourceId, code, full.share(numerator, denominator), null, "", full, numerator,
                    denominator, rule, matter, unconfirmed);
        }

        /** Lists are kept in order of id: what the line is about comes first in the id, then the order of the costs or children. */
        private UUID id(String about, @Nullable UUID whose) {
            // one adult or two: it is the same line
            UUID subject = about.equals("adults") ? null : whose;
            boolean income = about.equals(NOT_COUNTED) || about.equals(COUNTED);
            long place = (long) ORDER.indexOf(income ? "income" : about) << 60;
            if (subject == null) {
                UUID mixed = UUID.nameUUIDFromBytes((applicationId + "/" + about).getBytes(StandardCharsets.UTF_8));
                return new UUID(place, mixed.getLeastSignificantBits());
            }
            // all but the first four bits, which are the same for all that one application holds, and the two that every id has in common
            long part = about.equals(COUNTED) ? SECOND_PART : 0;
            return new UUID(place | subject.getMostSignificantBits() & 0x0FFF_FFFF_FFFF_FFFFL,
                    subject.getLeastSignificantBits() << 2 | part);
        }
    }
}
