package se.trepart.installer.demo;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import se.trepart.model.Document;
import se.trepart.model.application.Application;
import se.trepart.model.application.ApplicationStatus;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.Household;
import se.trepart.model.casefile.JournalNote;
import se.trepart.model.decision.Decision;
import se.trepart.model.decision.Outcome;
import se.trepart.model.letter.Letter;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DemoMunicipalityTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private final DemoMunicipality municipality = DemoMunicipality.of(2026, TODAY);

    @Test
    void isTheSameForTheSameSeedAndDay() {
        assertThat(DemoMunicipality.of(2026, TODAY)).isEqualTo(municipality);
    }

    @Test
    void hasHouseholdsOfAllKinds() {
        List<Household> households = all(Household.class);
        assertThat(households.size() + municipality.waiting().size()).isGreaterThanOrEqualTo(60);
        assertThat(households.stream().map(h -> h.adults().size()).collect(Collectors.toSet())).containsExactlyInAnyOrder(1, 2);
        assertThat(households.stream().map(h -> h.children().size()).collect(Collectors.toSet())).contains(0, 1, 2, 3, 4, 5, 6);
        assertThat(households).anyMatch(h -> h.children().stream().anyMatch(c -> c.partTime()));
        assertThat(households).anyMatch(h -> h.applicant().person().interpreterLanguage() != null);
        assertThat(households).anyMatch(h -> h.sharedHomeSize() > 0);
        assertThat(households).filteredOn(Household::isProtected).hasSize(2);
    }

    @Test
    void hasAYearOfWorkAtEveryStage() {
        assertThat(all(Application.class).stream().map(Application::status).collect(Collectors.toSet())).contains(
                ApplicationStatus.RECEIVED, ApplicationStatus.WAITING, ApplicationStatus.INVESTIGATED, ApplicationStatus.WITH_DECIDER,
                ApplicationStatus.RETURNED, ApplicationStatus.DECIDED);
        assertThat(all(Decision.class).stream().filter(Decision::made).map(Decision::outcome).collect(Collectors.toSet()))
                .contains(Outcome.GRANTED, Outcome.REFUSED);
        Set<java.time.YearMonth> months = all(Application.class).stream()
                .map(Application::period)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(months).hasSizeGreaterThanOrEqualTo(11);
        assertThat(all(JournalNote.class)).hasSizeGreaterThan(200);
        assertThat(all(Letter.class)).hasSizeGreaterThan(150);
        assertThat(all(CaseFile.class).stream().filter(c -> c.responsible() == null)).isNotEmpty();
    }

    @Test
    void numbersAreOfTestPersonsOnlyAndNobodysTwice() {
        List<String> numbers = all(Household.class).stream().flatMap(Household::people).map(p -> p.number().value()).toList();
        assertThat(numbers).doesNotHaveDuplicates().allMatch(number -> number.charAt(8) == 'T');
    }

    @Test
    void noTwoChildrenInAFamilyShareAFirstName() {
        assertThat(all(Household.class)).allSatisfy(
                household -> assertThat(household.children()).extracting(child -> child.person().firstName()).doesNotHaveDuplicates());
    }

    @Test
    void nothingHappensAfterToday() {
        assertThat(all(Decision.class)).allSatisfy(d -> assertThat(d.preparedOn()).isBeforeOrEqualTo(TODAY));
        assertThat(all(JournalNote.class)).allSatisfy(n -> assertThat(n.eventOn()).isBeforeOrEqualTo(TODAY));
        assertThat(all(Letter.class)).allSatisfy(l -> assertThat(l.writtenOn()).isBeforeOrEqualTo(TODAY));
    }

    @Test
    void standsOnAnyDayThatHasANorm() {
        for (LocalDate day : Arrays.asList(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 28), LocalDate.of(2026, 6, 30),
                LocalDate.of(2026, 11, 1))) {
            assertThat(DemoMunicipality.of(7, day).documents()).isNotEmpty();
        }
    }

    private <D extends Document> List<D> all(Class<D> type) {
        return municipality.documents().stream().filter(type::isInstance).map(type::cast).toList();
    }
}
