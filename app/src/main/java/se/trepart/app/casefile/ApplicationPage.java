package se.trepart.app.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import se.trepart.app.text.Formats;
import se.trepart.app.text.Texts;
import se.trepart.model.Money;
import se.trepart.model.access.Staff;
import se.trepart.model.application.Application;
import se.trepart.model.application.CompletionRequest;
import se.trepart.model.application.Declaration;
import se.trepart.model.application.JobApplication;
import se.trepart.model.application.Planning;
import se.trepart.model.application.ReasonableCost;
import se.trepart.model.casefile.Phase;
import se.trepart.model.person.Person;

import org.jspecify.annotations.Nullable;

/**
 * What the application's place shows at one moment (ansökans sida).
 *
 * @param facts how it came in, name beside value
 * @param beforeMonth the month compared with; empty when there is none
 * @param remarks what is pointed out, such as a rent over the level
 * @param others plans, jobs applied for and what else the form told, under their headings
 * @param requests newest first
 * @param meetings the early planning meetings (R20); none once the intake is over
 */
public record ApplicationPage(@Nullable Application application, List<Fact> facts, String beforeMonth, String nowMonth,
        List<Comparison.Part> parts, List<String> remarks, List<Other> others, List<CompletionRequest> requests,
        List<EarlyMeetings.Line> meetings) {

    static final ApplicationPage NOTHING = new ApplicationPage(null, List.of(), "", "", List.of(), List.of(), List.of(), List.of(),
            List.of());

    /** A name and its value. */
    public record Fact(String name, String value) {}

    /** A heading with lines. */
    public record Other(String heading, List<String> lines) {}

    static ApplicationPage of(CaseSituation now, EarlyMeetings meetings, Texts texts, Formats formats) {
        Application application = now.application();
        if (application == null) {
            return NOTHING;
        }
        Optional<Application> before = now.before();
        return new ApplicationPage(application, facts(application, now, texts, formats),
                before.map(b -> Formats.month(b.period())).orElse(""), Formats.month(application.period()),
                Comparison.of(application.declaration(), before.map(Application::declaration).orElse(null), texts),
                remarks(application, now, texts), others(application.declaration(), texts), now.documents().completionRequests(application),
                now.documents().file().phase() == Phase.INTAKE ? meetings.lines(now) : List.of());
    }

    /** What has been asked for and not come. */
    public List<CompletionRequest> open() {
        return requests.stream().filter(request -> !request.complete()).toList();
    }

    private static List<Fact> facts(Application application, CaseSituation now, Texts texts, Formats formats) {
        String registered = now.registers()
                .staff(application.registeredBy())
                .map(Staff::name)
                .orElseGet(() -> texts.of("casefile.application.by-machine"));
        return List.of(new Fact(texts.of("casefile.application.kind"), texts.name("text.application-kind", application.kind())),
                new Fact(texts.of("casefile.application.received"),
                        texts.of("casefile.application.received-by", Formats.date(formats.dateOf(application.receivedAt())),
                                texts.name("text.channel", application.channel()))),
                new Fact(texts.of("casefile.application.registered"),
                        texts.of("casefile.application.registered-by", Formats.date(application.registeredOn()), registered)),
                new Fact(texts.of("casefile.application.status"), texts.name("text.application-status", application.status())),
                new Fact(texts.of("casefile.application.attested"), attested(application, texts, formats)));
    }

    private static String attested(Application application, Texts texts, Formats formats) {
        if (!application.attested()) {
            return texts.of("casefile.application.not-attested");
        }
        return application.attestedAt() == null
                ? texts.of("casefile.application.attested-yes")
                : texts.of("casefile.application.attested-on", Formats.date(formats.dateOf(application.attestedAt())));
    }

    private static List<String> remarks(Application application, CaseSituation now, Texts texts) {
        List<String> remarks = new ArrayList<>();
        if (!application.attested()) {
            remarks.add(texts.of("casefile.application.attest-remark"));
        }
        ReasonableCost.rentOverLevel(application.declaration(), now.registers().settings(now.today()))
                .map((Money over) -> texts.of("casefile.application.rent-over", Formats.money(over)))
                .ifPresent(remarks::add);
        return remarks;
    }

    private static List<Other> others(Declaration declaration, Texts texts) {
        List<Other> others = new ArrayList<>();
        add(others, texts.of("casefile.other.plans"), declaration.plannings().stream().map(p -> plan(declaration, p, texts)).toList());
        add(others, texts.of("casefile.other.jobs"), declaration.jobApplications().stream().map(j -> job(declaration, j)).toList());
        declaration.others()
                .stream()
                .map(other -> other.kind())
                .distinct()
                .forEach(kind -> add(others, texts.name("casefile.other", kind),
                        declaration.others().stream().filter(o -> o.kind() == kind).map(o -> o.text()).toList()));
        return others;
    }

    private static void add(List<Other> others, String heading, List<String> lines) {
        if (!lines.isEmpty()) {
            others.add(new Other(heading, lines));
        }
    }

    private static String plan(Declaration declaration, Planning plan, Texts texts) {
        String kind = who(declaration, plan.memberId()) + ": " + texts.name("casefile.plan", plan.kind());
        return plan.description().isBlank() ? kind : kind + ". " + plan.description();
    }

    private static String job(Declaration declaration, JobApplication job) {
        String what = who(declaration, job.memberId()) + ": " + job.title() + ", " + job.employerAndPlace();
        return job.appliedOn() == null ? what : Formats.date(job.appliedOn()) + " " + what;
    }

    private static String who(Declaration declaration, java.util.UUID memberId) {
        return declaration.adults()
                .stream()
                .filter(a -> a.id().equals(memberId))
                .map(a -> a.person())
                .map(Person::firstName)
                .findFirst()
                .orElse("–");
    }
}
