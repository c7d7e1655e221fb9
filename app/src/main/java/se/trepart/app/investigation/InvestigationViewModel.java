package se.trepart.app.investigation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import se.trepart.app.casefile.CaseDocuments;
import se.trepart.app.casefile.CaseSituation;
import se.trepart.app.casefile.OpenCase;
import se.trepart.app.investigation.InvestigationPage.State;
import se.trepart.app.text.Texts;
import se.trepart.local.cache.Intent;
import se.trepart.model.application.Application;
import se.trepart.model.application.ApplicationStatus;
import se.trepart.model.casefile.Child;
import se.trepart.model.decision.Decision;
import se.trepart.model.followup.LongTermAid;
import se.trepart.model.followup.RecurringCheck;
import se.trepart.model.investigation.CheckItem;
import se.trepart.model.investigation.ChecklistStep;
import se.trepart.model.investigation.ChecklistTemplate;
import se.trepart.model.investigation.ChecklistTemplates;
import se.trepart.model.investigation.ChildAssessment;
import se.trepart.model.investigation.Investigation;
import se.trepart.model.investigation.Investigations;
import se.trepart.model.investigation.LongTermReview;
import se.trepart.model.investigation.Missing;
import se.trepart.model.investigation.SameText;

/** The investigation of the application at hand (utredning): starts it, answers it, ends it. */
public final class InvestigationViewModel {

    private final OpenCase openCase;
    private final Map<UUID, CheckViewModel> checks = new HashMap<>();
    private final Map<String, ChildViewModel> children = new HashMap<>();
    private final Map<UUID, LongTermViewModel> reviews = new HashMap<>();
    private final ReadOnlyObjectWrapper<InvestigationPage> page = new ReadOnlyObjectWrapper<>(InvestigationPage.NOTHING);
    private final Runnable stop;

    public InvestigationViewModel(OpenCase openCase) {
        this.openCase = openCase;
        stop = openCase.follow(this::show);
    }

    public void dispose() {
        stop.run();
    }

    public ReadOnlyObjectProperty<InvestigationPage> pageProperty() {
        return page.getReadOnlyProperty();
    }

    public InvestigationPage page() {
        return page.get();
    }

    /** Starts the investigation from the checklist in force; the application is under investigation from now on. */
    public void start() {
        LocalDate today = openCase.desk().today();
        openCase.situation()
                .ifPresent(now -> openCase.edit(documents -> now.atHand()
                        .flatMap(application -> documents.application(application.id()))
                        .filter(application -> documents.investigationOf(application).isEmpty())
                        .flatMap(application -> start(now, documents, application, today))
                        .orElse(new Intent(List.of()))));
    }

    /** Ends the investigation (R5). Does nothing while something is missing. */
    public void finish() {
        leave();
        UUID me = openCase.desk().staff().id();
        LocalDate today = openCase.desk().today();
        Investigation open = page().investigation();
        ChecklistTemplate template = page().template();
        if (open != null && template != null) {
            openCase.edit(documents -> documents.of(Investigation.class)
                    .stream()
                    .filter(i -> i.id().equals(open.id()) && !i.finished())
                    .filter(i -> Missing.in(i, template, documents.household()).isEmpty())
                    .findFirst()
                    .map(i -> Intent.change(i, i.finish(template, documents.household(), me, today)))
                    .orElse(new Intent(List.of())));
        }
    }

    /** Opens the finished investigation again; a decided application's stays as it is (R17). */
    public void reopen() {
        Investigation investigation = page().investigation();
        if (investigation != null) {
            openCase.edit(documents -> documents.of(Investigation.class)
                    .stream()
                    .filter(i -> i.id().equals(investigation.id()) && i.finished())
                    .findFirst()
                    .flatMap(i -> documents.application(i.applicationId())
                            .filter(a -> !a.status().ended())
                            .map(a -> Intent.change(i, i.reopen(a))))
                    .orElse(new Intent(List.of())));
        }
    }

    /** Writes everything that is typed and not yet in the document. */
    public void leave() {
        InvestigationPage now = page();
        now.checks().forEach(CheckViewModel::leave);
        now.children().forEach(ChildViewModel::leave);
        LongTermViewModel review = now.longTerm();
        if (review != null) {
            review.leave();
        }
    }

    private void show(CaseSituation now) {
        Application application = now.application();
        if (application == null) {
            page.set(InvestigationPage.NOTHING);
            return;
        }
        CaseDocuments documents = now.documents();
        LongTermAid aid = longTermAid(now, application);
        Optional<Investigation> found = documents.investigationOf(application);
        Optional<ChecklistTemplate> template = found.map(Investigation::templateId)
                .flatMap(now.registers()::template)
                .or(() -> ChecklistTemplates.inForce(now.registers().templates(), application.kind(), now.today()));
        if (found.isEmpty() || template.isEmpty()) {
            page.set(InvestigationPage.notStarted(template.orElse(null), aid));
            return;
        }
        page.set(page(now, found.get(), template.get(), aid));
    }

    private InvestigationPage page(CaseSituation now, Investigation investigation, ChecklistTemplate template, LongTermAid aid) {
        InvestigationEdit edit = new InvestigationEdit(openCase, investigation.id());
        List<CheckViewModel> shownChecks = new ArrayList<>();
        for (CheckItem item : investigation.items()) {
            template.step(item.stepKey()).map(step -> shown(step, item, edit)).ifPresent(shownChecks::add);
        }
        List<Child> inHome = now.documents().household().children();
        List<SameText> same = SameText.in(investigation, previous(now, investigation));
        List<ChildViewModel> shownChildren = inHome.stream().map(child -> shown(child, investigation, same, inHome, edit)).toList();
        LongTermReview review = investigation.longTerm();
        boolean reviewAsked = review != null || aid.longTerm() && !inHome.isEmpty();
        LongTermViewModel longTerm = reviewAsked ? shown(review == null ? LongTermReview.EMPTY : review, edit) : null;
        Collection<Investigation> others = now.documents()
                .of(Investigation.class)
                .stream()
                .filter(i -> !i.id().equals(investigation.id()))
                .toList();
        return new InvestigationPage(investigation.finished() ? State.FINISHED : State.OPEN, investigation, template, shownChecks,
                shownChildren, longTerm, aid, Missing.in(investigation, template, now.documents().household()),
                RecurringCheck.of(others, template, now.today()));
    }

    private CheckViewModel shown(ChecklistStep step, CheckItem item, InvestigationEdit edit) {
        CheckViewModel check = checks.computeIfAbsent(item.id(), _ -> new CheckViewModel(step, item, openCase, edit));
        check.show(item);
        return check;
    }

    private ChildViewModel shown(Child child, Investigation investigation, List<SameText> same, List<Child> siblings,
            InvestigationEdit edit) {
        ChildAssessment assessment = investigation.child(child.id())
                .orElseGet(() -> new ChildAssessment(openCase.desk().newId().get(), child.id(), "", "", ""));
        ChildViewModel shown = children.computeIfAbsent(investigation.id() + "/" + child.id(),
                _ -> new ChildViewModel(child, assessment, openCase, edit));
        shown.show(assessment, same.stream().filter(s -> s.childId().equals(child.id())).map(s -> words(s, siblings)).toList());
        return shown;
    }

    private String words(SameText same, List<Child> siblings) {
        Texts texts = openCase.desk().texts();
        String part = texts.name("investigation.child.part", same.part());
        return siblings.stream()
                .filter(c -> c.id().equals(same.siblingId()))
                .findFirst()
                .map(sibling -> texts.of("investigation.child.same-as-sibling", part, sibling.person().firstName()))
                .orElseGet(() -> texts.of("investigation.child.same-as-before", part));
    }

    private LongTermViewModel shown(LongTermReview review, InvestigationEdit edit) {
        LongTermViewModel shown = reviews.computeIfAbsent(edit.investigationId(), _ -> new LongTermViewModel(openCase, edit));
        shown.show(review);
        return shown;
    }

    /** The investigation of the application before this one. */
    private static Optional<Investigation> previous(CaseSituation now, Investigation investigation) {
        return now.before().flatMap(now.documents()::investigationOf).filter(i -> !i.id().equals(investigation.id()));
    }

    private Optional<Intent> start(CaseSituation now, CaseDocuments documents, Application application, LocalDate today) {
        return ChecklistTemplates.inForce(now.registers().templates(), application.kind(), today).map(template -> {
            Set<String> due = RecurringCheck.due(documents.of(Investigation.class), template, today);
            Investigation started = Investigations.start(application, documents.household(), template,
                    longTermAid(now, application).longTerm(), due, today, openCase.desk().newId());
            Intent intent = Intent.create(started);
            return application.status() == ApplicationStatus.RECEIVED
                    ? intent.andChange(application, application.with(ApplicationStatus.INVESTIGATED))
                    : intent;
        });
    }

    private static LongTermAid longTermAid(CaseSituation now, Application application) {
        return LongTermAid.of(now.documents().of(Decision.class), application.period(), now.registers().settings(now.today()));
    }
}
