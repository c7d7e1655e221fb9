package se.trepart.model.merge;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

import se.trepart.model.DocumentType.Merging;
import se.trepart.model.merge.ThreeWayMerge.Difference;
import se.trepart.model.merge.ThreeWayMerge.Result;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ThreeWayMergeTest {

    private static final List<String> PATHS = List.of("status", "phase", "phaseSince", "sharedHomeSize", "incomes[1].id",
            "incomes[1].amount", "incomes[1].receivedOn", "incomes[1].type", "incomes[2].id", "incomes[2].amount", "incomes[2].type",
            "adults[1].id", "adults[1].person.phone", "adults[1].person.email", "adults[1].person.address.street",
            "adults[1].person.address.city");

    @Test
    void keepsTwoPeoplesChangesOfDifferentFields() {
        assertThat(merge("status=ny, size=1", "status=utreds, size=1", "size:1>2")).isEqualTo(merged("status=utreds, size=2"));
    }

    @Test
    void pointsOutAFieldThatBothChanged() {
        assertThat(merge("status=ny", "status=utreds", "status:ny>avvisad"))
                .isEqualTo(new Result.Clash(List.of(new Difference("status", "ny", "utreds", "avvisad"))));
    }

    @Test
    void takesTheSameNewValueFromBothAsOneChange() {
        assertThat(merge("status=ny", "status=utreds", "status:ny>utreds")).isEqualTo(merged("status=utreds"));
    }

    @Test
    void appliesNothingOfAChangeThatClashesInPart() {
        Result result = merge("status=ny, size=1", "status=utreds, size=1", "status:ny>avvisad, size:1>2");
        assertThat(((Result.Clash) result).differences()).containsExactlyInAnyOrder(new Difference("status", "ny", "utreds", "avvisad"),
                new Difference("size", "1", "1", "2"));
    }

    @Test
    void buildsOnOnesOwnEarlierChangeThatTheBaseDoesNotHold() {
        assertThat(merge("status=ny", "status=utreds", "status:utreds>beslutad")).isEqualTo(merged("status=beslutad"));
    }

    @Test
    void neverMixesTwoAddresses() {
        Result result = merge("address.street=Storgatan, address.city=Lund", "address.street=Storgatan, address.city=Malmö",
                "address.street:Storgatan>Nygatan");
        assertThat(((Result.Clash) result).differences()).extracting(Difference::path).containsExactly("address.city", "address.street");
    }

    @Test
    void neverJoinsOnesAmountWithAnothersDate() {
        assertThat(merge("incomes[1].id=1, incomes[1].amount=5, incomes[1].receivedOn=a",
                "incomes[1].id=1, incomes[1].amount=5, incomes[1].receivedOn=b", "incomes[1].amount:5>6")).isInstanceOf(Result.Clash.class);
    }

    @Test
    void letsTwoPeopleChangeDifferentIncomes() {
        assertThat(merge("incomes[1].amount=5, incomes[2].amount=7", "incomes[1].amount=6, incomes[2].amount=7", "incomes[2].amount:7>8"))
                .isEqualTo(merged("incomes[1].amount=6, incomes[2].amount=8"));
    }

    @Test
    void keepsTheFirstElementsThatTwoPeopleAdd() {
        assertThat(merge("status=ny", "status=ny, incomes[1].id=1", "incomes[2].id:>2"))
                .isEqualTo(merged("status=ny, incomes[1].id=1, incomes[2].id=2"));
    }

    @Test
    void neverBringsBackHalfOfARemovedElement() {
        // theirs removed it; mine gave it a field that it did not have
        assertThat(merge("incomes[1].id=1, incomes[1].type=a", "", "incomes[1].note:>x")).isInstanceOf(Result.Clash.class);
        // mine removed it; theirs had changed it
        assertThat(
                merge("incomes[1].id=1, incomes[1].type=a", "incomes[1].id=1, incomes[1].type=b", "incomes[1].id:1>, incomes[1].type:a>"))
                .isInstanceOf(Result.Clash.class);
    }

    @Test
    void letsBothRemoveTheSameElement() {
        assertThat(merge("x=1, incomes[1].id=1, incomes[1].type=a", "x=1", "incomes[1].id:1>, incomes[1].type:a>"))
                .isEqualTo(merged("x=1"));
    }

    @Test
    void r24TwoWhoMarkADayAlikeAreOneAndTheEarlierSigns() {
        String early = "marks[1].at=\"2026-11-16T08:00:00Z\", marks[1].by=k, marks[1].on=m, marks[1].presence=here";
        String late = "marks[1].at=\"2026-11-16T08:00:00.125Z\", marks[1].by=a, marks[1].on=m, marks[1].presence=here";
        for (String base : List.of("x=1",
                "x=1, marks[1].at=\"2026-11-01T08:00:00Z\", marks[1].by=a, marks[1].on=m, marks[1].presence=ill")) {
            for (List<String> order : List.of(List.of(early, late), List.of(late, early))) {
                SortedMap<String, String> mine = fields("x=1, " + order.getLast());
                assertThat(ThreeWayMerge.merge(Merging.BY_FIELD, fields(base), fields("x=1, " + order.getFirst()),
                        ThreeWayMerge.changes(fields(base), mine))).as("%s, %s first", base, order.getFirst())
                        .isEqualTo(merged("x=1, " + early));
            }
        }
        SortedMap<String, String> other = fields("x=1, " + late.replace("here", "away"));
        Result clash = ThreeWayMerge.merge(Merging.BY_FIELD, fields("x=1"), fields("x=1, " + early),
                ThreeWayMerge.changes(fields("x=1"), other));
        assertThat(((Result.Clash) clash).differences()).extracting(Difference::path)
                .containsExactly("marks[1].at", "marks[1].by", "marks[1].presence");
    }

    @Test
    void r24ADayMarkedAlikeIsNoPartOfAClashAboutAnother() {
        Result clash = merge("",
                "marks[1].at=1, marks[1].by=k, marks[1].presence=here, marks[2].at=1, marks[2].by=k, marks[2].presence=here",
                "marks[1].at:>2, marks[1].by:>a, marks[1].presence:>here, marks[2].at:>2, marks[2].by:>a, marks[2].presence:>away");
        assertThat(((Result.Clash) clash).differences()).extracting(Difference::path)
                .containsExactly("marks[2].at", "marks[2].by", "marks[2].presence");
    }

    @Test
    void neverMergesADecision() {
        assertThat(ThreeWayMerge.merge(Merging.NEVER, fields("status=PREPARED, reasons=a"), fields("status=SENT, reasons=a"),
                mine("reasons:a>b"))).isInstanceOf(Result.Clash.class);
        assertThat(ThreeWayMerge.merge(Merging.NEVER, fields("status=PREPARED, reasons=a"), fields("status=PREPARED, reasons=a"),
                mine("reasons:a>b"))).isEqualTo(merged("reasons=b, status=PREPARED"));
    }

    @Property
    void withNothingOfMineItIsTheirs(@ForAll("documents") SortedMap<String, String> base,
            @ForAll("documents") SortedMap<String, String> theirs) {
        assertThat(ThreeWayMerge.merge(Merging.BY_FIELD, base, theirs, Map.of())).isEqualTo(new Result.Merged(theirs));
    }

    @Property
    void withNothingOfTheirsItIsMine(@ForAll("documents") SortedMap<String, String> base,
            @ForAll("documents") SortedMap<String, String> mine) {
        assertThat(ThreeWayMerge.merge(Merging.BY_FIELD, base, base, ThreeWayMerge.changes(base, mine))).isEqualTo(new Result.Merged(mine));
    }

    @Property
    void theOrderOfArrivalDoesNotMatterWhenNothingClashes(@ForAll("documents") SortedMap<String, String> base,
            @ForAll("documents") SortedMap<String, String> one, @ForAll("documents") SortedMap<String, String> other) {
        Result first = ThreeWayMerge.merge(Merging.BY_FIELD, base, one, ThreeWayMerge.changes(base, other));
        Result second = ThreeWayMerge.merge(Merging.BY_FIELD, base, other, ThreeWayMerge.changes(base, one));
        assertThat(first.getClass()).isEqualTo(second.getClass());
        if (first instanceof Result.Merged) {
            assertThat(first).isEqualTo(second);
        }
    }

    @Property
    void noValueIsLost(@ForAll("documents") SortedMap<String, String> base, @ForAll("documents") SortedMap<String, String> theirs,
            @ForAll("documents") SortedMap<String, String> wanted) {
        SortedMap<String, FieldChange> mine = ThreeWayMerge.changes(base, wanted);
        switch (ThreeWayMerge.merge(Merging.BY_FIELD, base, theirs, mine)) {
            case Result.Merged merged -> {
                mine.forEach((path, change) -> assertThat(merged.fields().get(path)).isEqualTo(change.after()));
                ThreeWayMerge.changes(base, theirs)
                        .forEach((path, change) -> assertThat(merged.fields().get(path)).isEqualTo(change.after()));
            }
            case Result.Clash clash -> mine.forEach((path, change) -> assertThat(Objects.equals(theirs.get(path), change.after())
                    || clash.differences().stream().anyMatch(d -> d.path().equals(path) && Objects.equals(d.mine(), change.after())))
                    .isTrue());
        }
    }

    @Property
    void whatIsMergedIsWholeInEveryUnit(@ForAll("documents") SortedMap<String, String> base,
            @ForAll("documents") SortedMap<String, String> theirs, @ForAll("documents") SortedMap<String, String> wanted) {
        if (ThreeWayMerge.merge(Merging.BY_FIELD, base, theirs, ThreeWayMerge.changes(base, wanted)) instanceof Result.Merged(var fields)) {
            for (String unit : List.of("incomes[1].amount incomes[1].receivedOn", "phase phaseSince",
                    "adults[1].person.address.street adults[1].person.address.city")) {
                List<String> paths = List.of(unit.split(" "));
                assertThat(List.of(values(theirs, paths), values(wanted, paths))).contains(values(fields, paths));
            }
        }
    }

    @Provide
    Arbitrary<SortedMap<String, String>> documents() {
        return Arbitraries.maps(Arbitraries.of(PATHS), Arbitraries.of("a", "b")).map(TreeMap::new);
    }

    private static List<String> values(SortedMap<String, String> fields, List<String> paths) {
        return paths.stream().map(path -> fields.getOrDefault(path, "-")).toList();
    }

    private static Result merge(String base, String theirs, String mine) {
        return ThreeWayMerge.merge(Merging.BY_FIELD, fields(base), fields(theirs), mine(mine));
    }

    private static Result merged(String fields) {
        return new Result.Merged(fields(fields));
    }

    private static SortedMap<String, String> fields(String text) {
        SortedMap<String, String> fields = new TreeMap<>();
        for (String field : text.isEmpty() ? new String[0] : text.split(", ")) {
            fields.put(field.substring(0, field.indexOf('=')), field.substring(field.indexOf('=') + 1));
        }
        return fields;
    }

    /** "path:before>after", where an empty side is a field that is not there. */
    private static SortedMap<String, FieldChange> mine(String text) {
        SortedMap<String, FieldChange> changes = new TreeMap<>();
        for (String change : text.split(", ")) {
            String[] sides = change.substring(change.indexOf(':') + 1).split(">", -1);
            changes.put(change.substring(0, change.indexOf(':')),
                    new FieldChange(sides[0].isEmpty() ? null : sides[0], sides[1].isEmpty() ? null : sides[1]));
        }
        return changes;
    }
}
