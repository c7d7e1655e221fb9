package se.trepart.app.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import se.trepart.app.shell.Desk;
import se.trepart.local.cache.Intent;
import se.trepart.model.application.Application;
import se.trepart.model.application.CompletionRequest;
import se.trepart.model.application.CompletionRequest.MissingPaper;
import se.trepart.model.control.Settings;
import se.trepart.model.followup.CasePlace;

import org.jspecify.annotations.Nullable;

/** The application at hand (ansökan): what is applied for, what is missing, and asking for it. */
public final class ApplicationViewModel {

    private final OpenCase openCase;
    private final Desk desk;
    private final ReadOnlyObjectWrapper<ApplicationPage> page = new ReadOnlyObjectWrapper<>(ApplicationPage.NOTHING);
    private final ObjectProperty<@Nullable LocalDate> dueOn = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable RequestDraft> draft = new ReadOnlyObjectWrapper<>();
    private final EarlyMeetings meetings;
    private final Runnable stop;

    /**
     * A request being written.
     *
     * @param papers one thing that is missing a line
     * @param consequence what happens when nothing comes
     */
    public record RequestDraft(UUID applicationId, TypedText papers, TypedText consequence) {

        List<String> things() {
            return papers.text().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        }
    }

    public ApplicationViewModel(OpenCase openCase) {
        this.openCase = openCase;
        desk = openCase.desk();
        meetings = new EarlyMeetings(openCase, CasePlace.APPLICATION);
        stop = openCase.follow(this::show);
    }

    public void dispose() {
        stop.run();
    }

    public ReadOnlyObjectProperty<ApplicationPage> pageProperty() {
        return page.getReadOnlyProperty();
    }

    public ApplicationPage page() {
        return page.get();
    }

    /** R20: booked from the application. */
    public EarlyMeetings meetings() {
        return meetings;
    }

    /** Null while no request is being written. */
    public ReadOnlyObjectProperty<@Nullable RequestDraft> draftProperty() {
        return draft.getReadOnlyProperty();
    }

    /** The day the applicant has to answer by; begins as the municipality's number of days from now. */
    public ObjectProperty<@Nullable LocalDate> dueOnProperty() {
        return dueOn;
    }

    /** Begins a request, or goes on with the one that was being written. */
    public void startRequest() {
        Application application = page().application();
        if (application != null && draft.get() == null) {
            String field = "application/" + application.id() + "/request/";
            TypedText papers = openCase.typed(field + "papers", _ -> {});
            papers.show("");
            TypedText consequence = openCase.typed(field + "consequence", _ -> {});
            consequence.show(desk.texts().of("casefile.request.consequence-proposal"));
            dueOn.set(proposedDay().orElse(null));
            draft.set(new RequestDraft(application.id(), papers, consequence));
        }
    }

    /** Throws the request away. */
    public void dropRequest() {
        RequestDraft dropped = draft.get();
        if (dropped != null) {
            dropped.papers().textProperty().set("");
            dropped.consequence().textProperty().set(desk.texts().of("casefile.request.consequence-proposal"));
            draft.set(null);
        }
    }

    /** Adds something often missing as a line of its own. */
    public void add(String paper) {
        RequestDraft now = draft.get();
        if (now != null && !now.things().contains(paper)) {
            String text = now.papers().text().stripTrailing();
            now.papers().textProperty().set(text.isEmpty() ? paper : text + "\n" + paper);
        }
    }

    /** What is wrong with the day, in words; empty when nothing is. */
    public String dayFault() {
        LocalDate day = dueOn.get();
        LocalDate proposed = proposedDay().orElse(null);
        if (day == null) {
            return desk.texts().of("casefile.request.day-missing");
        }
        return proposed != null && day.isBefore(proposed)
                ? desk.texts().of("casefile.request.day-early", se.trepart.app.text.Formats.date(proposed))
                : "";
    }

    /** Whether the request can be sent: something is missing, the consequence is told and there is time to answer. */
    public boolean requestReady() {
        RequestDraft now = draft.get();
        return now != null && !now.things().isEmpty() && !now.consequence().text().isBlank() && dayFault().isEmpty();
    }

    /** Asks for what is missing; the application waits (FL 20 §). */
    public void sendRequest() {
        RequestDraft now = draft.get();
        LocalDate day = dueOn.get();
        if (now == null || day == null || !requestReady()) {
            return;
        }
        List<String> things = now.things();
        String consequence = now.consequence().text().strip();
        openCase.situation().ifPresent(situation -> {
            Settings settings = situation.registers().settings(situation.today());
            openCase.edit(documents -> documents.application(now.applicationId())
                    .map(application -> asked(application, request(application, things, consequence, day, settings)))
                    .orElse(new Intent(List.of())), this::dropRequest);
        });
    }

    /** Notes that something asked for has come. */
    public void received(CompletionRequest request, MissingPaper paper) {
        LocalDate today = desk.today();
        change(request.id(), now -> now.receive(paper.id(), today));
        openCase.undo().did(() -> change(request.id(), now -> notReceived(now, paper.id())));
    }

    private CompletionRequest request(Application application, List<String> things, String consequence, LocalDate day, Settings settings) {
        CompletionRequest request = CompletionRequest.request(application, things, consequence, desk.today(), desk.staff().id(), settings,
                desk.newId());
        return day.isAfter(request.dueOn()) ? request.extend(day) : request;
    }

    private static Intent asked(Application application, CompletionRequest request) {
        return followed(Intent.create(request), application, request);
    }

    private static Intent followed(Intent intent, Application application, CompletionRequest request) {
        Application next = request.applied(application);
        return next.equals(application) ? intent : intent.andChange(application, next);
    }

    private void change(UUID requestId, java.util.function.UnaryOperator<CompletionRequest> change) {
        openCase.edit(documents -> documents.of(CompletionRequest.class)
                .stream()
                .filter(r -> r.id().equals(requestId))
                .findFirst()
                .flatMap(before -> documents.application(before.applicationId()).map(application -> {
                    CompletionRequest after = change.apply(before);
                    return followed(Intent.change(before, after), application, after);
                }))
                .orElse(new Intent(List.of())));
    }

    private static CompletionRequest notReceived(CompletionRequest request, UUID paperId) {
        List<MissingPaper> papers = request.missing()
                .stream()
                .map(p -> p.id().equals(paperId) ? new MissingPaper(p.id(), p.what(), null) : p)
                .toList();
        return new CompletionRequest(request.id(), request.unitId(), request.caseId(), request.applicationId(), papers, request.sentOn(),
                request.sentBy(), request.dueOn(), request.consequence());
    }

    private Optional<LocalDate> proposedDay() {
        return openCase.situation().map(now -> now.today().plusDays(now.registers().settings(now.today()).completionDays()));
    }

    private void show(CaseSituation now) {
        ApplicationPage next = ApplicationPage.of(now, meetings, desk.texts(), desk.formats());
        RequestDraft writing = draft.get();
        if (writing != null && !now.atHand().map(Application::id).equals(Optional.of(writing.applicationId()))) {
            draft.set(null);
        }
        if (!next.equals(page.get())) {
            page.set(next);
        }
    }
}
