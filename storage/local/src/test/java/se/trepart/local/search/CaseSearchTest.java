package se.trepart.local.search;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

import se.trepart.local.Sample;
import se.trepart.local.cache.Intent;
import se.trepart.local.cache.LocalStore;
import se.trepart.local.search.Search.Hit;
import se.trepart.local.vault.UnprotectedVault;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.Household;
import se.trepart.model.person.Person;
import se.trepart.model.person.Protection;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** R32 and R34, on a real store. */
class CaseSearchTest {

    @TempDir
    Path folder;
    LocalStore store;

    @BeforeEach
    void open() {
        store = LocalStore.open(folder, new UnprotectedVault(folder.resolve("keys")).unlock(), Clock.systemUTC(), Sample.IDS);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private UUID holds(String caseNumber, Person... adults) {
        CaseFile file = Sample.caseFile(caseNumber);
        store.documents().save(Intent.create(file, Sample.household(file.id(), adults)));
        return file.id();
    }

    private static Person person(String number, String firstName, String lastName) {
        return Sample.person(number, firstName, lastName, Protection.NONE);
    }

    private List<String> names(String text) {
        try (CaseSearch search = new CaseSearch(store.documents(), Sample.session())) {
            return search.find(text, 20).stream().map(Hit::who).toList();
        }
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(nullValues = "-", textBlock = """
            ander,           'Andersson, Anna-Karin'
            ANNA,            'Andersson, Anna-Karin'
            kar,             'Andersson, Anna-Karin'
            anna-karin,      'Andersson, Anna-Karin'
            andersson anna,  'Andersson, Anna-Karin'
            'Andersson, A',  'Andersson, Anna-Karin'
            nderss,          -
            anna bo,         -
            öberg,           'Öberg, Åsa'
            ÖBERG åsa,       'Öberg, Åsa'
            oberg,           -
            asa,             -
            andre,           'Quist, André'
            andré,           'Quist, André'
            19900125T238,    'Andersson, Anna-Karin'
            19900125-t238,   'Andersson, Anna-Karin'
            900125-T238,     'Andersson, Anna-Karin'
            900125T238,      'Andersson, Anna-Karin'
            199001,          'Andersson, Anna-Karin'
            0125,            -
            2026-00417,      'Andersson, Anna-Karin'
            202600417,       'Andersson, Anna-Karin'
            00417,           'Andersson, Anna-Karin'
            417,             -
            '',              -
            ' , - ',         -
            """)
    void findsByTheStartOfAWordOrNumber(String text, String expected) {
        holds("2026-00417", person("19900125T238", "Anna-Karin", "Andersson"));
        holds("2026-00002", person("19850302T101", "Åsa", "Öberg"));
        holds("2026-00003", person("19770713T555", "André", "Quist"));
        assertThat(names(text)).isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @Test
    void findsDecomposedLettersAsTheyAreWritten() {
        holds("2026-00002", person("19850302T101", "A\u030Asa", "O\u0308berg"));
        assertThat(names("åsa öb")).hasSize(1);
        assertThat(names("asa")).isEmpty();
    }

    @Test
    void answersInSwedishOrderUpToTheLimit() {
        holds("2026-00001", person("19850302T101", "Ella", "Öst"));
        holds("2026-00002", person("19850302T102", "Ella", "Ärling"));
        holds("2026-00003", person("19850302T103", "Ella", "Ås"));
        holds("2026-00004", person("19850302T104", "Ella", "Zorn"));
        holds("2026-00005", person("19850302T105", "Ella", "al"));
        assertThat(names("ella")).containsExactly("al, Ella", "Zorn, Ella", "Ås, Ella", "Ärling, Ella", "Öst, Ella");
        try (CaseSearch search = new CaseSearch(store.documents(), Sample.session())) {
            assertThat(search.find("ella", 2)).extracting(Hit::who).containsExactly("al, Ella", "Zorn, Ella");
        }
    }

    @Test
    void findsBothAdultsByNameButOneByCaseNumber() {
        holds("2026-00417", person("19900125T238", "Anna", "Ek"), person("19890125T238", "Bo", "Ek"));
        assertThat(names("ek")).containsExactly("Ek, Anna", "Ek, Bo");
        assertThat(names("2026-00417")).containsExactly("Ek, Anna");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"MARKED", "PROTECTED_REGISTRATION", "UNKNOWN"})
    void showsAProtectedHouseholdToItsNamedHandlersOnly(Protection protection) {
        UUID caseId = holds("2026-00417", person("19900125T238", "Anna", "Ek"), Sample.person("19890125T238", "Bo", "Ek", protection));
        for (String text : List.of("anna", "bo", "19900125", "2026-00417")) {
            assertThat(names(text)).as("R34: " + text).isEmpty();
        }
        try (CaseSearch named = new CaseSearch(store.documents(), Sample.session(caseId))) {
            assertThat(named.find("ek", 20)).extracting(Hit::who).containsExactly("Ek, Anna", "Ek, Bo");
        }
    }

    @Test
    void followsEveryChange() throws Exception {
        UUID caseId = holds("2026-00417", person("19900125T238", "Anna", "Ek"));
        holds("2026-00001", person("19900125T239", "Bo", "Ask"));
        try (CaseSearch search = new CaseSearch(store.documents(), Sample.session())) {
            assertThat(search.find("ek", 5)).hasSize(1);
            Household before = store.documents().inCase(Household.class, caseId).getFirst();
            Household after = new Household(before.id(), before.unitId(), caseId, before.maritalStatus(),
                    Sample.household(caseId, person("19900125T238", "Anna", "Zorn")).adults(), List.of(), 0, before.validFrom());
            store.documents().save(Intent.change(before, after));
            await(() -> search.find("ek", 5).isEmpty());
            assertThat(search.find("zorn", 5)).extracting(Hit::who).containsExactly("Zorn, Anna");
            holds("2026-00002", person("19900125T240", "Cia", "Mo"));
            await(() -> search.find("2026", 5).size() == 3);
            assertThat(search.find("2026", 5)).as("order kept").extracting(Hit::who).containsExactly("Ask, Bo", "Mo, Cia", "Zorn, Anna");
        }
    }

    private static void await(java.util.function.BooleanSupplier condition) throws InterruptedException {
        long until = System.nanoTime() + 20_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(until);
            Thread.sleep(5);
        }
    }
}
