package se.trepart.installer.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

import se.trepart.model.Money;
import se.trepart.model.access.Actor;
import se.trepart.model.access.Role;
import se.trepart.model.access.Staff;
import se.trepart.model.application.Application;
import se.trepart.model.application.ApplicationKind;
import se.trepart.model.application.ApplicationStatus;
import se.trepart.model.application.CompletionRequest;
import se.trepart.model.application.CostType;
import se.trepart.model.application.KnownCase;
import se.trepart.model.application.ReceivedApplication;
import se.trepart.model.application.Registration;
import se.trepart.model.application.RegistrationResult;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.Household;
import se.trepart.model.control.Settings;
import se.trepart.model.decision.Decision;
import se.trepart.model.decision.DecisionBasis;
import se.trepart.model.decision.DecisionItem;
import se.trepart.model.decision.DecisionReason;
import se.trepart.model.decision.DecisionStep;
import se.trepart.model.decision.Decisions;
import se.trepart.model.decision.DelegationOrder;
import se.trepart.model.decision.Outcome;
import se.trepart.model.followup.LongTermAid;
import se.trepart.model.followup.RecurringCheck;
import se.trepart.model.investigation.ChecklistTemplate;
import se.trepart.model.investigation.ChecklistTemplates;
import se.trepart.model.investigation.Investigation;
import se.trepart.model.investigation.Investigations;
import se.trepart.model.letter.DecisionLetter;
import se.trepart.model.letter.Letter;
import se.trepart.model.letter.Sending;
import se.trepart.model.norm.Calculation;
import se.trepart.model.norm.CalculationBasis;
import se.trepart.model.norm.NormCalculation;
import se.trepart.model.norm.Norms;

/** Takes one case through one month with the same verbs as the screens use, as far as the stage asked for. */
final class DemoMonth {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final NormCalculation NORM = new NormCalculation(Norms.shipped());
    private static final List<DecisionReason> REASONS = DecisionReason.shipped();
    private static final Money HIGH_BILL = Money.kronor(720);
    private static final Money REASONABLE_BILL = Money.kronor(550);
    private static final DelegationOrder ORDER = DelegationOrder.shipped();

    private final List<ChecklistTemplate> templates;
    private final List<Settings> settings;
    private final DemoAnswers answers = new DemoAnswers();
    private final Random random;
    private final Supplier<UUID> ids;

    DemoMonth(List<ChecklistTemplate> templates, List<Settings> settings, Random random, Supplier<UUID> ids) {
        this.templates = templates;
        this.settings = settings;
        this.random = random;
        this.ids = ids;
    }

    /**
     * @param receivedOn the day the application came; what follows comes a day or two apart, never after the last day
     * @param decider who makes what is above the caseworker's delegation
     */
    void live(DemoCase demo, DemoFamily family, YearMonth period, LocalDate receivedOn, DemoStage stage, Staff caseworker, Staff decider,
            UUID unitId, String caseNumber, LocalDate last) {
        Settings now = Settings.at(settings, receivedOn);
        ApplicationKind kind = demo.all(Application.class).isEmpty() ? ApplicationKind.NEW : ApplicationKind.RENEWAL;
        Application application = register(demo, family.applyFor(period, kind, receivedOn), unitId, caseworker, receivedOn, caseNumber);
        if (stage == DemoStage.RECEIVED) {
            return;
        }
        LocalDate startedOn = earliest(receivedOn.plusDays(1), last);
        if (stage == DemoStage.WAITING) {
            CompletionRequest request = CompletionRequest.request(application,
                    List.of("Hyresavi för " + DemoText.month(period), "Kontoutdrag för de senaste tre månaderna"),
                    "Då kan vi behöva säga nej till din ansökan.", startedOn, caseworker.id(), now, ids);
            demo.put(request);
            demo.put(request.applied(application));
            return;
        }
        Household household = demo.one(Household.class).orElseThrow();
        ChecklistTemplate template = ChecklistTemplates.inForce(templates, application.kind(), startedOn).orElseGet(templates::getFirst);
        List<Investigation> before = demo.all(Investigation.class);
        boolean longTerm = LongTermAid.of(demo.all(Decision.class), period, now).longTerm();
        Investigation open = Investigations.start(application, household, template, longTerm,
                RecurringCheck.due(before, template, startedOn), startedOn, ids);
        Calculation calculation = NORM.propose(CalculationBasis.of(application, household, Map.of()), now, ids.get(), unitId,
                application.caseId(), startedOn, caseworker.id());
        calculation = cutElectricity(calculation);
        if (stage == DemoStage.INVESTIGATED) {
            demo.put(answers.answer(open, template, 4 + random.nextInt(12), caseworker, startedOn));
            demo.put(calculation);
            demo.put(application.with(ApplicationStatus.INVESTIGATED));
            return;
        }
        LocalDate finishedOn = earliest(startedOn.plusDays(1), last);
        Investigation investigation = answers.answerAll(open, template, household, caseworker, startedOn)
                .finish(template, household, caseworker.id(), finishedOn);
        demo.put(investigation);
        decide(demo, application, household, investigation, calculation, now, stage, caseworker, decider, finishedOn, last);
    }

    /** A bill far above what others have is cut, with its reason (R14). */
    private static Calculation cutElectricity(Calculation calculation) {
        return calculation.lines()
                .stream()
                .filter(l -> l.code().equals(CostType.ELECTRICITY.name()) && l.amount().compareTo(HIGH_BILL) > 0)
                .findFirst()
                .map(l -> calculation.change(l.id(), REASONABLE_BILL,
                        "Högre än vanlig förbrukning för hushållet. Ingen förklaring har lämnats."))
                .orElse(calculation);
    }

    private static String reason(DecisionItem item) {
        // the reason made for this cost, before one for any cost
        return REASONS.stream()
                .filter(r -> r.fits(item.code()))
                .max(Comparator.comparing(r -> r.items().contains(item.code())))
                .orElseThrow()
                .code();
    }

    private Application register(DemoCase demo, ReceivedApplication received, UUID unitId, Staff caseworker, LocalDate on, String number) {
        Optional<KnownCase> known = demo.one(CaseFile.class)
                .map(file -> new KnownCase(file, demo.one(Household.class).orElseThrow(), demo.all(Application.class)));
        RegistrationResult result = new Registration(ids).register(received, known, unitId, caseworker.id(), on, number);
        if (!(result instanceof RegistrationResult.Registered registered)) {
            throw new IllegalStateException("the demo household cannot apply: " + result);
        }
        demo.put(registered.caseFile());
        demo.put(registered.household());
        demo.put(registered.application());
        return registered.application();
    }

    private void decide(DemoCase demo, Application application, Household household, Investigation investigation, Calculation calculation,
            Settings now, DemoStage stage, Staff caseworker, Staff decider, LocalDate on, LocalDate last) {
        DecisionBasis basis = new DecisionBasis(application, household, investigation, calculation, now, ORDER, false);
        Actor by = actor(caseworker, on);
        DecisionStep prepared = Decisions.prepare(basis, calculation, by, ids);
        Decision decision = Decisions.reasons(prepared.decision(),
                "Du söker arbete och deltar i det vi har planerat. Dina inkomster räcker inte till det du behöver.");
        if (!household.children().isEmpty()) {
            // S7: what is said of the children is said of these
            String children = String.join(" och ", household.children().stream().map(child -> child.person().firstName()).toList());
            decision = Decisions.childEffect(decision, children + " kan bo kvar och fortsätta som vanligt.");
        }
        for (DecisionItem item : decision.items()) {
            if (item.outcome() != Outcome.GRANTED && item.reasonCode().isBlank()) {
                decision = Decisions.set(decision, item.id(), item.granted(), reason(item), "");
            }
        }
        if (decision.outcome() != Outcome.GRANTED) {
            decision = Decisions.communicate(decision, "Beräkningen för månaden och lönespecifikationen.", on, now.communicationDays());
            decision = Decisions.reasons(decision,
                    decision.granted().positive()
                            ? "Dina inkomster räcker inte. Elräkningen är högre än vi kan godkänna."
                            : "Dina inkomster räcker till det du behöver den här månaden.");
            if (stage == DemoStage.COMMUNICATED) {
                put(demo, decision, prepared.application(), calculation);
                return;
            }
            on = Objects.requireNonNull(Objects.requireNonNull(decision.communication()).answerBy()).plusDays(1);
            if (on.isAfter(last)) {
                put(demo, decision, prepared.application(), calculation);
                return;
            }
        }
        finish(demo, decision, new DecisionBasis(prepared.application(), household, investigation, calculation, now, ORDER, false), stage,
                caseworker, decider, on, last);
    }

    private void finish(DemoCase demo, Decision decision, DecisionBasis basis, DemoStage stage, Staff caseworker, Staff decider,
            LocalDate on, LocalDate last) {
        Calculation calculation = Objects.requireNonNull(basis.calculation());
        boolean mine = ORDER.may(Role.CASEWORKER, decision, on);
        if (mine && stage.compareTo(DemoStage.DECIDED) >= 0) {
            DecisionStep made = Decisions.decide(decision, basis, actor(caseworker, on), ids.get());
            put(demo, made.decision(), made.application(), made.locked().orElse(calculation));
            write(demo, made.decision(), calculation, basis, stage, caseworker, on, last);
            return;
        }
        DecisionStep sent = Decisions.send(decision, basis, actor(caseworker, on), "", ids.get());
        DecisionBasis then = new DecisionBasis(sent.application(), basis.household(), basis.investigation(), calculation, basis.settings(),
                ORDER, false);
        if (stage == DemoStage.RETURNED) {
            DecisionStep back = Decisions.sendBack(sent.decision(), sent.application(), actor(decider, earliest(on.plusDays(1), last)),
                    "Skriv hur beslutet påverkar barnen, och varför kostnaden är rimlig.", ids.get());
            put(demo, back.decision(), back.application(), calculation);
        } else if (stage == DemoStage.WITH_DECIDER) {
            put(demo, sent.decision(), sent.application(), calculation);
        } else {
            LocalDate approvedOn = earliest(on.plusDays(1), last);
            Staff maker = ORDER.may(decider.roles().getFirst(), decision, on) ? decider : DemoStaff.ANNIKA;
            DecisionStep made = Decisions.approve(sent.decision(), then, actor(maker, approvedOn), ids.get());
            put(demo, made.decision(), made.application(), made.locked().orElse(calculation));
            write(demo, made.decision(), calculation, then, stage, caseworker, approvedOn, last);
        }
    }

    private void write(DemoCase demo, Decision decision, Calculation calculation, DecisionBasis basis, DemoStage stage, Staff caseworker,
            LocalDate on, LocalDate last) {
        Letter letter = Letter.write(ids.get(), decision, DecisionLetter.kind(decision), basis.household().applicant().id(), "1",
                decision.reasons(), whatNow(decision), caseworker.id(), on);
        if (stage == DemoStage.SENT) {
            if (basis.household().isProtected()) {
                letter = letter.confirm(DemoStaff.BIRGITTA.id());
            }
            // the archived PDF is made by the workstation that sends; the demo's older letters were sent before Trepart
            letter = letter.markSent(new Sending(Sending.Way.POST, earliest(on.plusDays(1), last), caseworker.id()), "", basis.household());
        }
        demo.put(letter);
    }

    private static String whatNow(Decision decision) {
        return decision.granted().positive()
                ? "Fortsätt söka jobb så som vi har planerat.\nSpara kvitton och lönebesked. Dem ska du visa när du söker igen."
                : "Ring oss om pengarna ändå inte räcker till maten eller hyran.";
    }

    private static void put(DemoCase demo, Decision decision, Application application, Calculation calculation) {
        demo.put(application);
        demo.put(calculation);
        demo.put(decision);
    }

    private static Actor actor(Staff staff, LocalDate on) {
        Instant at = on.atTime(10, 15).atZone(SWEDEN).toInstant();
        return new Actor(staff, staff.roles().getFirst(), at, on);
    }

    private static LocalDate earliest(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }
}
