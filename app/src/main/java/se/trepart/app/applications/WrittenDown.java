package se.trepart.app.applications;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;

import se.trepart.app.applications.NewApplicationViewModel.Known;
import se.trepart.app.applications.PersonLine.Part;
import se.trepart.app.shell.Desk;
import se.trepart.model.Money;
import se.trepart.model.application.AppliedCost;
import se.trepart.model.application.Declaration;
import se.trepart.model.application.FormAnswer;
import se.trepart.model.application.Housing;
import se.trepart.model.application.Income;
import se.trepart.model.application.ReceivedApplication;
import se.trepart.model.casefile.Adult;
import se.trepart.model.casefile.AdultRole;
import se.trepart.model.casefile.Child;
import se.trepart.model.casefile.MaritalStatus;
import se.trepart.model.casefile.ResidenceExtent;
import se.trepart.model.person.Protection;

import org.jspecify.annotations.Nullable;

/** The form for a new application as the application it describes (nedtecknad ansökan). Only for a form that lacks nothing. */
final class WrittenDown {

    private static final int WHOLE_MONTH = 31;

    private final NewApplicationViewModel form;
    private final Desk desk;

    WrittenDown(NewApplicationViewModel form, Desk desk) {
        this.form = form;
        this.desk = desk;
    }

    ReceivedApplication application(@Nullable Known known) {
        // noon, so that the day stays the same wherever it is read
        ZonedDateTime received = form.receivedOn().get().atTime(12, 0).atZone(desk.clock().getZone());
        String words = form.ownWords().get().strip();
        List<FormAnswer> answers = words.isEmpty()
                ? List.of()
                : List.of(new FormAnswer(desk.texts().of("applications.own-words-label"), words));
        return new ReceivedApplication(desk.newId().get(), Objects.requireNonNull(form.kind().get().value()),
                Objects.requireNonNull(form.channel().get().value()), received.toInstant(),
                Objects.requireNonNull(form.month().get().value()), declaration(known), answers, true, received.toInstant(), "");
    }

    private Declaration declaration(@Nullable Known known) {
        Housing home = new Housing(Objects.requireNonNull(form.housing().get().value()), number(form.housingPeople().get()),
                number(form.rooms().get()));
        List<AppliedCost> costs = form.costs()
                .stream()
                .map(c -> new AppliedCost(c.id(), Objects.requireNonNull(c.kind().get().value()), c.money().orElse(Money.ZERO),
                        c.specification().get().strip(), ""))
                .toList();
        List<Income> incomes = form.incomes()
                .stream()
                .map(i -> new Income(i.id(), Objects.requireNonNull(i.kind().get().value()), i.money().orElse(Money.ZERO), null,
                        Objects.requireNonNull(i.whose().get().value()), i.specification().get().strip()))
                .toList();
        if (known != null) {
            var household = known.household();
            var before = known.last();
            return new Declaration(household.maritalStatus(), household.adults(), household.children(), household.sharedHomeSize(), home,
                    costs, incomes, before == null ? List.of() : before.declaration().plannings(), List.of(), List.of());
        }
        List<Adult> adults = form.people().stream().filter(p -> !p.is(Part.CHILD)).map(this::adult).toList();
        List<Child> children = form.people().stream().filter(p -> p.is(Part.CHILD)).map(this::child).toList();
        return new Declaration(adults.size() > 1 ? MaritalStatus.COHABITING : MaritalStatus.SINGLE, adults, children, 0, home, costs,
                incomes, List.of(), List.of(), List.of());
    }

    private Adult adult(PersonLine line) {
        return new Adult(line.id(), line.is(Part.APPLICANT) ? AdultRole.APPLICANT : AdultRole.CO_APPLICANT,
                line.person(protection()).orElseThrow(), false, null);
    }

    /** Lives here all of the time until something else is told in the case. */
    private Child child(PersonLine line) {
        return new Child(line.id(), line.person(protection()).orElseThrow(), ResidenceExtent.FULL_TIME, WHOLE_MONTH, false, false, "");
    }

    private @Nullable Protection protection() {
        return form.protection().get().value();
    }

    private static int number(String typed) {
        return typed.strip().matches("\\d{1,2}") ? Integer.parseInt(typed.strip()) : 0;
    }
}
