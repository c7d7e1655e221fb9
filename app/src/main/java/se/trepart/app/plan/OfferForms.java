package se.trepart.app.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import se.trepart.app.control.Choice;
import se.trepart.app.text.Formats;
import se.trepart.app.text.MoneyText;
import se.trepart.local.cache.Intent;
import se.trepart.model.Money;
import se.trepart.model.access.Unit;
import se.trepart.model.plan.ActionKind;
import se.trepart.model.plan.ActionOffer;

import org.jspecify.annotations.Nullable;

/** What is written about what the municipality offers (insatskatalog): a new offer, and a change of one. */
final class OfferForms {

    private OfferForms() {}

    /** The fields that both have. */
    private abstract static class WithOffer extends PlanForm {

        private final OffersViewModel catalogue;

        WithOffer(OffersViewModel catalogue, Name name, UUID about) {
            super(catalogue, name, about);
            this.catalogue = catalogue;
        }

        final OffersViewModel catalogue() {
            return catalogue;
        }

        final void addKindAndPlace(String kind, String place) {
            add(Key.KIND, Kind.CHOICE, kind, Stream.concat(Stream.of(new Choice<String>(texts().of("plan.choose"), null)),
                    ActionKind.catalogue().stream().map(one -> new Choice<>(one.name(), one.key()))).toList(), () -> true);
            add(Key.PLACE, Kind.LINE, place, List.of(), () -> true);
        }

        final void addSeatsAndOwner(String capacity, String owner) {
            add(Key.CAPACITY, Kind.NUMBER, capacity, List.of(), () -> true);
            add(Key.OWNER, Kind.LINE, owner, List.of(), () -> true);
        }

        final boolean has(Key key) {
            return fields().stream().anyMatch(field -> field.key() == key);
        }

        /** Empty where nobody has said what it costs. */
        final Optional<Money> cost() {
            return MoneyText.read(words(Key.COST)).filter(cost -> !cost.negative());
        }

        /** What is to be kept; empty while something is missing or cannot be read. */
        abstract Optional<ActionOffer> offer();

        @Override
        protected List<Fault> faults() {
            List<Fault> faults = new ArrayList<>();
            if (!words(Key.CAPACITY).isEmpty() && number(Key.CAPACITY).filter(seats -> seats > 0).isEmpty()) {
                faults.add(new Fault(Key.CAPACITY, texts().of("plan.fault.capacity")));
            }
            if (!words(Key.COST).isEmpty() && cost().isEmpty()) {
                faults.add(new Fault(Key.COST, texts().of("plan.fault.cost")));
            }
            offer().ifPresent(offer -> offer.faults(catalogue.offers()).forEach(fault -> faults.add(switch (fault) {
                case CAPACITY -> new Fault(Key.CAPACITY, texts().of("plan.fault.capacity"));
                case ENDS_BEFORE -> new Fault(Key.OFFERED_TO, texts().of("plan.fault.ends-before"));
                case OFFERED_ALREADY -> new Fault(has(Key.PLACE) ? Key.PLACE : Key.OFFERED_TO, texts().of("plan.fault.offered-already"));
            })));
            return faults.stream().distinct().toList();
        }

        /** Every field that is asked for has something in it that can be read. */
        final boolean readable() {
            boolean filled = fields().stream().noneMatch(field -> field.needed().getAsBoolean() && field.empty());
            return filled && number(Key.CAPACITY).isPresent() && (words(Key.COST).isEmpty() || cost().isPresent());
        }
    }

    /** Lägger till en insats i katalogen. */
    static final class New extends WithOffer {

        private final UUID id;

        New(OffersViewModel catalogue) {
            super(catalogue, Name.NEW_OFFER, Unit.MUNICIPALITY);
            id = catalogue.desk().newId().get();
            addKindAndPlace("", "");
            addSeatsAndOwner("", "");
            add(Key.COST, Kind.LINE, false);
            add(Key.OFFERED_FROM, Kind.DAY, true);
            add(Key.OFFERED_TO, Kind.DAY, false);
        }

        @Override
        Optional<ActionOffer> offer() {
            return readable()
                    ? Optional.of(new ActionOffer(id, Unit.MUNICIPALITY, words(Key.KIND), words(Key.PLACE),
                            number(Key.CAPACITY).orElseThrow(), cost().orElse(null), words(Key.OWNER), day(Key.OFFERED_FROM).orElseThrow(),
                            day(Key.OFFERED_TO).orElse(null)))
                    : Optional.empty();
        }

        @Override
        protected void act(Runnable then) {
            catalogue().save(Intent.create(offer().orElseThrow()), then);
        }
    }

    /** Ändrar en insats i katalogen, or gives it a last day. What it costs from another day on is kept beside what it cost before. */
    static final class Change extends WithOffer {

        private final ActionOffer before;
        private final UUID nextId;

        Change(OffersViewModel catalogue, ActionOffer before) {
            super(catalogue, Name.CHANGE_OFFER, before.id());
            this.before = before;
            nextId = catalogue.desk().newId().get();
            if (!begun()) {
                addKindAndPlace(before.kind(), before.place());
            }
            addSeatsAndOwner(Integer.toString(before.capacity()), before.owner());
            Money cost = before.costAMonth();
            add(Key.COST, Kind.LINE, cost == null ? "" : Formats.amount(cost), List.of(), () -> false);
            if (begun()) {
                add(Key.COST_FROM, Kind.DAY, "", List.of(), this::costs);
            } else {
                add(Key.OFFERED_FROM, Kind.DAY, before.offeredFrom().toString(), List.of(), () -> true);
            }
            LocalDate to = before.offeredTo();
            add(Key.OFFERED_TO, Kind.DAY, to == null ? "" : to.toString(), List.of(), () -> false);
        }

        /** Participants are counted by kind and place: from its first day these stand. */
        private boolean begun() {
            return !before.offeredFrom().isAfter(desk().today());
        }

        /** Whether it is to cost something else. */
        private boolean costs() {
            return !Objects.equals(cost().orElse(null), before.costAMonth());
        }

        @Override
        String about() {
            return begun() ? texts().of("plan.offers.fixed", ActionKind.nameOf(before.kind()), before.place()) : "";
        }

        @Override
        Optional<ActionOffer> offer() {
            return readable() ? Optional.of(next(begun() ? before.costAMonth() : cost().orElse(null))) : Optional.empty();
        }

        private ActionOffer next(@Nullable Money cost) {
            return new ActionOffer(before.id(), before.unitId(), has(Key.KIND) ? words(Key.KIND) : before.kind(),
                    has(Key.PLACE) ? words(Key.PLACE) : before.place(), number(Key.CAPACITY).orElseThrow(), cost, words(Key.OWNER),
                    has(Key.OFFERED_FROM) ? day(Key.OFFERED_FROM).orElseThrow() : before.offeredFrom(), day(Key.OFFERED_TO).orElse(null));
        }

        @Override
        protected List<Fault> faults() {
            List<Fault> faults = new ArrayList<>(super.faults());
            Optional<LocalDate> last = day(Key.OFFERED_TO);
            if (has(Key.COST_FROM) && day(Key.COST_FROM).filter(from -> last.filter(from::isAfter).isPresent()).isPresent()) {
                faults.add(new Fault(Key.COST_FROM, texts().of("plan.fault.cost-after")));
            }
            if (faults.isEmpty() && readable() && !costs() && offer().filter(before::equals).isPresent()) {
                faults.add(new Fault(Key.CAPACITY, texts().of("plan.fault.nothing-changed")));
            }
            return faults;
        }

        @Override
        protected void act(Runnable then) {
            ActionOffer next = offer().orElseThrow();
            List<ActionOffer> kept = begun() && costs()
                    ? next.costing(cost().orElse(null), day(Key.COST_FROM).orElseThrow(), nextId)
                    : List.of(next);
            Intent intent = Intent.change(before, kept.getFirst());
            for (ActionOffer goesOn : kept.subList(1, kept.size())) {
                intent = intent.andCreate(goesOn);
            }
            catalogue().save(intent, then);
        }
    }
}
