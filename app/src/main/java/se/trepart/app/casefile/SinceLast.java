package se.trepart.app.casefile;

import java.util.List;

import se.trepart.app.text.Formats;
import se.trepart.app.text.Texts;
import se.trepart.model.Money;
import se.trepart.model.application.Application;
import se.trepart.model.application.Change;
import se.trepart.model.application.Changes;
import se.trepart.model.person.Person;

import org.jspecify.annotations.Nullable;

/** What has changed since the application before, one sentence a line (sedan sist). */
public final class SinceLast {

    private final Texts texts;

    public SinceLast(Texts texts) {
        this.texts = texts;
    }

    /** Empty when nothing has changed or there is nothing to compare with. */
    public List<String> lines(CaseSituation now) {
        Application application = now.application();
        if (application == null) {
            return List.of();
        }
        return now.before()
                .map(before -> Changes.between(before.declaration(), application.declaration(), now.registers().settings(now.today())))
                .orElse(List.of())
                .stream()
                .map(this::sentence)
                .toList();
    }

    private String sentence(Change change) {
        return switch (change) {
            case Change.CostChanged c -> amount(texts.name("text.cost", c.type()), c.before(), c.after());
            case Change.IncomeChanged i -> amount(
                    texts.of("casefile.since.whose", texts.name("text.income", i.type()), i.person().firstName()), i.before(), i.after());
            case Change.IncomeTotalChanged t -> total(t);
            case Change.PersonJoined p -> texts.of("casefile.since.joined", p.person().name());
            case Change.PersonLeft p -> texts.of("casefile.since.left", p.person().name());
            case Change.ResidenceChanged r ->
                texts.of("casefile.since.residence", name(r.after().person()), r.after().daysInHome(), r.before().daysInHome());
            case Change.ChildFactsChanged c -> texts.of("casefile.since.child-facts", name(c.after().person()));
            case Change.AddressChanged a -> texts.of("casefile.since.address", name(a.after()));
            case Change.MaritalStatusChanged m -> texts.of("casefile.since.marital", texts.name("casefile.marital", m.after()));
            case Change.HousingChanged h -> texts.of("casefile.since.housing", texts.name("text.housing-form", h.after().form()),
                    texts.count("casefile.people", h.after().people()));
            case Change.SharedHomeChanged s -> texts.of("casefile.since.shared-home", s.after());
        };
    }

    private String amount(String what, @Nullable Money before, @Nullable Money after) {
        if (before == null || after == null) {
            return after == null ? texts.of("casefile.since.gone", what) : texts.of("casefile.since.new", what, Formats.money(after));
        }
        Money more = after.minus(before);
        return more.negative()
                ? texts.of("casefile.since.less", what, Formats.money(more.negated()))
                : texts.of("casefile.since.more", what, Formats.money(more));
    }

    private String total(Change.IncomeTotalChanged change) {
        Integer percent = change.percent();
        if (percent == null) {
            return texts.of("casefile.since.income-new", Formats.money(change.after()));
        }
        return percent < 0 ? texts.of("casefile.since.income-less", -percent) : texts.of("casefile.since.income-more", percent);
    }

    private static String name(Person person) {
        return person.firstName();
    }
}
