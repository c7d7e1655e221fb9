package se.trepart.installer.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

import se.trepart.model.Money;
import se.trepart.model.application.ApplicationKind;
import se.trepart.model.application.AppliedCost;
import se.trepart.model.application.Channel;
import se.trepart.model.application.CostType;
import se.trepart.model.application.Declaration;
import se.trepart.model.application.FormAnswer;
import se.trepart.model.application.Housing;
import se.trepart.model.application.HousingForm;
import se.trepart.model.application.Income;
import se.trepart.model.application.IncomeType;
import se.trepart.model.application.JobApplication;
import se.trepart.model.application.OtherDeclaration;
import se.trepart.model.application.Planning;
import se.trepart.model.application.Planning.PlanningKind;
import se.trepart.model.application.ReceivedApplication;
import se.trepart.model.casefile.Adult;
import se.trepart.model.casefile.Child;
import se.trepart.model.casefile.MaritalStatus;

/** One invented household and what it applies for, month by month: the rent rises once, electricity follows the season, incomes vary. */
final class DemoFamily {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    final List<Adult> adults;
    final List<Child> children;
    private final int sharedHomeSize;
    private final long rent;
    private final boolean works;
    private final Random random;
    private final Supplier<UUID> ids;

    DemoFamily(List<Adult> adults, List<Child> children, int sharedHomeSize, boolean works, Random random, Supplier<UUID> ids) {
        this.adults = adults;
        this.children = children;
        this.sharedHomeSize = sharedHomeSize;
        this.works = works;
        this.random = random;
        this.ids = ids;
        this.rent = 5_400 + 850L * children.size() + 100L * random.nextInt(14);
    }

    ReceivedApplication applyFor(YearMonth month, ApplicationKind kind, LocalDate receivedOn) {
        Channel channel = random.nextInt(10) < 8 ? Channel.E_SERVICE : Channel.LETTER;
        List<FormAnswer> answers = List.of(new FormAnswer("Vilken månad söker du för?", month.toString()),
                new FormAnswer("Har du barn som bor hos dig?", children.isEmpty() ? "Nej" : "Ja"),
                new FormAnswer("Har något ändrats sedan förra månaden?", "Nej"));
        var at = receivedOn.atTime(8 + random.nextInt(9), random.nextInt(60)).atZone(SWEDEN).toInstant();
        return new ReceivedApplication(ids.get(), kind, channel, at, month, declaration(month), answers, true, at, "");
    }

    private Declaration declaration(YearMonth month) {
        int size = adults.size() + children.size();
        return new Declaration(adults.size() == 2 ? MaritalStatus.COHABITING : MaritalStatus.SINGLE, adults, children, sharedHomeSize,
                new Housing(sharedHomeSize > 0 ? HousingForm.LODGER : HousingForm.RENTAL, Math.max(size, sharedHomeSize),
                        1 + Math.min(4, (size + 1) / 2)),
                costs(month), incomes(month), plannings(), jobApplications(month), others());
    }

    private List<AppliedCost> costs(YearMonth month) {
        List<AppliedCost> costs = new ArrayList<>();
        boolean raised = month.getMonthValue() >= 4;
        costs.add(cost(CostType.RENT, Money.kronor(sharedHomeSize > 0 ? 3_200 : rent + (raised ? 240 : 0)), "Exempelbostäder, " + month));
        boolean winter = month.getMonthValue() <= 3 || month.getMonthValue() >= 11;
        costs.add(cost(CostType.ELECTRICITY, new Money(28_000 + random.nextInt(winter ? 52_000 : 14_000)), "Exempel Energi"));
        costs.add(cost(CostType.HOME_INSURANCE, Money.kronor(children.isEmpty() ? 120 : 149), ""));
        if (works) {
            costs.add(cost(CostType.UNEMPLOYMENT_FUND, Money.kronor(140), ""));
            costs.add(cost(CostType.TRAVEL_APPROVED, Money.kronor(760), "Länstrafiken"));
        }
        if (random.nextInt(4) == 0) {
            costs.add(cost(CostType.MEDICINE, new Money(6_000 + random.nextInt(30_000)), "Apoteket"));
        }
        if (random.nextInt(12) == 0) {
            costs.add(new AppliedCost(ids.get(), CostType.ACUTE_DENTAL, Money.kronor(1_650), "Akut tandvård", "Folktandvården"));
        }
        return costs;
    }

    private List<Income> incomes(YearMonth month) {
        List<Income> incomes = new ArrayList<>();
        LocalDate payDay = month.minusMonths(1).atDay(25);
        if (works) {
            // now and then a month of full-time work, which is enough to live on
            int salary = random.nextInt(9) == 0 ? 2_450_000 : 480_000 + random.nextInt(420_000);
            incomes.add(new Income(ids.get(), IncomeType.SALARY, new Money(salary), payDay, adults.getFirst().id(), "ansökan"));
        }
        if (!children.isEmpty() && adults.size() == 1) {
            incomes.add(new Income(ids.get(), IncomeType.CHILD_SUPPORT, Money.kronor(1_673L * children.size()), month.atDay(1),
                    adults.getFirst().id(), "ansökan"));
        }
        if (adults.size() == 2) {
            incomes.add(new Income(ids.get(), IncomeType.OTHER_INCOME, new Money(360_000 + random.nextInt(300_000)), payDay,
                    adults.getLast().id(), "ansökan"));
        }
        return incomes;
    }

    private List<Planning> plannings() {
        PlanningKind kind = works ? PlanningKind.WORK : random.nextBoolean() ? PlanningKind.JOBSEEKING : PlanningKind.SFI;
        return adults.stream().map(a -> new Planning(ids.get(), a.id(), kind, "")).toList();
    }

    private List<JobApplication> jobApplications(YearMonth month) {
        return List.of(
                new JobApplication(ids.get(), adults.getFirst().id(), month.minusMonths(1).atDay(3), "Lagerarbetare",
                        "Exempel Logistik, Exempelstad"),
                new JobApplication(ids.get(), adults.getFirst().id(), month.minusMonths(1).atDay(17), "Vårdbiträde",
                        "Exempelstads kommun"));
    }

    private static List<OtherDeclaration> others() {
        return List.of();
    }

    private AppliedCost cost(CostType type, Money applied, String recipient) {
        return new AppliedCost(ids.get(), type, applied, "", recipient);
    }
}
