package se.trepart.app.casefile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import se.trepart.app.text.Formats;
import se.trepart.app.text.Texts;
import se.trepart.model.Money;
import se.trepart.model.application.AppliedCost;
import se.trepart.model.application.Declaration;
import se.trepart.model.application.Housing;
import se.trepart.model.application.Income;
import se.trepart.model.casefile.Adult;
import se.trepart.model.casefile.Child;
import se.trepart.model.person.Person;

import org.jspecify.annotations.Nullable;

/** What is applied for beside the month before, part by part (sökt nu och förra månaden). */
public final class Comparison {

    /** A part of the form: people, home, costs, incomes. */
    public record Part(String heading, List<Row> rows) {}

    /**
     * One thing in both months.
     *
     * @param before empty when the month before had none, or there is no month before
     * @param detail more about what is applied for now; may be empty
     * @param difference what differs, in words; empty when nothing does
     */
    public record Row(String what, String before, String now, String detail, String difference) {
        public boolean differs() {
            return !difference.isEmpty();
        }
    }

    private final Texts texts;
    private final Declaration now;
    private final @Nullable Declaration before;

    private Comparison(Texts texts, Declaration now, @Nullable Declaration before) {
        this.texts = texts;
        this.now = now;
        this.before = before;
    }

    /** @param before null when there is nothing to compare with */
    public static List<Part> of(Declaration now, @Nullable Declaration before, Texts texts) {
        Comparison comparison = new Comparison(texts, now, before);
        return Stream.of(comparison.people(), comparison.home(), comparison.costs(), comparison.incomes())
                .filter(part -> !part.rows().isEmpty())
                .toList();
    }

    private Part people() {
        return new Part(texts.of("casefile.part.people"), words(this::peopleOf));
    }

    private Map<String, String> peopleOf(Declaration declaration) {
        Map<String, String> people = new LinkedHashMap<>();
        declaration.adults().forEach(a -> people.put(a.person().name(), texts.name("casefile.adult", a.role())));
        declaration.children().forEach(c -> people.put(c.person().name(), residence(c)));
        return people;
    }

    private String residence(Child child) {
        return child.partTime() ? texts.of("casefile.child.days", child.daysInHome()) : texts.of("casefile.child.full-time");
    }

    private Part home() {
        return new Part(texts.of("casefile.part.home"), words(declaration -> {
            Housing housing = declaration.housing();
            Map<String, String> home = new LinkedHashMap<>();
            home.put(texts.of("casefile.home.form"), texts.name("text.housing-form", housing.form()));
            home.put(texts.of("casefile.home.people"), Integer.toString(housing.people()));
            home.put(texts.of("casefile.home.rooms"), texts.of("casefile.home.rooms-kitchen", housing.roomsPlusKitchen()));
            return home;
        }));
    }

    private Part costs() {
        Map<String, String> details = now.costs()
                .stream()
                .collect(Collectors.toMap(this::name, Comparison::detail, Comparison::joined, LinkedHashMap::new));
        return new Part(texts.of("casefile.part.costs"), amounts(d -> sums(d.costs().stream(), this::name, AppliedCost::applied), details));
    }

    private Part incomes() {
        return new Part(texts.of("casefile.part.incomes"),
                amounts(d -> sums(d.incomes().stream(), income -> name(d, income), Income::amount), Map.of()));
    }

    private String name(AppliedCost cost) {
        return texts.name("text.cost", cost.type());
    }

    private String name(Declaration declaration, Income income) {
        String type = texts.name("text.income", income.type());
        return Stream
                .concat(declaration.adults().stream().filter(a -> a.id().equals(income.memberId())).map(Adult::person),
                        declaration.children().stream().filter(c -> c.id().equals(income.memberId())).map(Child::person))
                .findFirst()
                .map(Person::firstName)
                .map(name -> texts.of("casefile.since.whose", type, name))
                .orElse(type);
    }

    private static String detail(AppliedCost cost) {
        return joined(cost.specification(), cost.recipientOrPeriod());
    }

    private static String joined(String one, String other) {
        return one.isBlank() ? other : other.isBlank() ? one : one + " · " + other;
    }

    private static <T> Map<String, Money> sums(Stream<T> items, Function<T, String> name, Function<T, Money> amount) {
        return items.collect(Collectors.toMap(name, amount, Money::plus, LinkedHashMap::new));
    }

    private List<Row> amounts(Function<Declaration, Map<String, Money>> read, Map<String, String> details) {
        Map<String, Money> is = read.apply(now);
        Map<String, Money> was = before == null ? Map.of() : read.apply(before);
        List<Row> rows = new ArrayList<>();
        for (String what : names(is, was)) {
            Money nowAmount = is.get(what);
            Money beforeAmount = was.get(what);
            rows.add(new Row(what, beforeAmount == null ? "" : Formats.money(beforeAmount),
                    nowAmount == null ? "" : Formats.money(nowAmount), details.getOrDefault(what, ""),
                    before == null ? "" : difference(beforeAmount, nowAmount)));
        }
        return rows;
    }

    private String difference(@Nullable Money was, @Nullable Money is) {
        if (was == null || is == null) {
            return texts.of(is == null ? "casefile.difference.gone" : "casefile.difference.new");
        }
        int order = is.compareTo(was);
        return order == 0
                ? ""
                : order > 0
                        ? texts.of("casefile.difference.more", Formats.money(is.minus(was)))
                        : texts.of("casefile.difference.less", Formats.money(was.minus(is)));
    }

    private List<Row> words(Function<Declaration, Map<String, String>> read) {
        Map<String, String> is = read.apply(now);
        Map<String, String> was = before == null ? Map.of() : read.apply(before);
        List<Row> rows = new ArrayList<>();
        for (String what : names(is, was)) {
            String difference = before == null || Objects.equals(is.get(what), was.get(what))
                    ? ""
                    : !was.containsKey(what)
                            ? texts.of("casefile.difference.new")
                            : !is.containsKey(what) ? texts.of("casefile.difference.gone") : texts.of("casefile.difference.changed");
            rows.add(new Row(what, was.getOrDefault(what, ""), is.getOrDefault(what, ""), "", difference));
        }
        return rows;
    }

    private static List<String> names(Map<String, ?> now, Map<String, ?> before) {
        return Stream.concat(now.keySet().stream(), before.keySet().stream()).distinct().toList();
    }
}
