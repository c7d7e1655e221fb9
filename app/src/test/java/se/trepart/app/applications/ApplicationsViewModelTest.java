package se.trepart.app.applications;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;

import se.trepart.app.Office;
import se.trepart.app.applications.ApplicationsViewModel.Page;
import se.trepart.app.applications.NewApplicationViewModel.Missing;
import se.trepart.app.intake.Intake;
import se.trepart.app.shell.Desk;
import se.trepart.app.shell.Directory;
import se.trepart.app.shell.Place.InCase;
import se.trepart.local.cache.ListFilter;
import se.trepart.local.search.Search;
import se.trepart.model.Money;
import se.trepart.model.application.Application;
import se.trepart.model.application.ApplicationKind;
import se.trepart.model.application.ApplicationStatus;
import se.trepart.model.application.Channel;
import se.trepart.model.application.HousingForm;
import se.trepart.model.casefile.Household;
import se.trepart.model.casefile.Phase;
import se.trepart.model.followup.CasePlace;
import se.trepart.model.person.Protection;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ApplicationsViewModelTest {

    @TempDir
    Path folder;
    private Office office;
    private Desk desk;
    private Directory directory;

    @BeforeEach
    void open() {
        office = new Office(folder.resolve("store"));
        desk = office.desk();
    }

    @AfterEach
    void close() throws Exception {
        directory.close();
        office.close();
    }

    private ApplicationsViewModel model() {
        directory = new Directory(desk.documents(), desk.staff());
        return new ApplicationsViewModel(desk, directory, new Intake(desk.workstation(), desk.texts(), desk.clock(), desk.newId(), null));
    }

    /** The search follows what is saved on a thread of its own: what was saved just now may need a moment. */
    private static Search.Hit found(NewApplicationViewModel form, String typed) throws InterruptedException {
        for (int tries = 0; form.hits().isEmpty() && tries < 1000; tries++) {
            form.search().set("");
            form.search().set(typed);
            Thread.sleep(10);
        }
        return form.hits().getFirst();
    }

    @Test
    void showsOpenApplicationsAndFiltersOnStatusAndResponsible() {
        office.household(1, "Amina", "Öberg", Phase.RUNNING, ApplicationStatus.RECEIVED, Protection.NONE);
        office.household(2, "Bo", "Lind", Phase.RUNNING, ApplicationStatus.INVESTIGATED, Protection.NONE);
        office.household(3, "Cia", "Ek", Phase.RUNNING, ApplicationStatus.DECIDED, Protection.NONE);
        ApplicationsViewModel model = model();
        assertThat(model.rows()).extracting(ApplicationRow::who).containsExactlyInAnyOrder("Öberg, Amina", "Lind, Bo");
        assertThat(model.newCount().get()).isEqualTo(1);

        model.responsible().set(model.people().get(1));
        assertThat(model.rows()).extracting(ApplicationRow::who).containsExactly("Öberg, Amina");

        model.responsible().set(model.people().getFirst());
        model.status().set(model.statuses().getLast());
        assertThat(model.rows()).hasSize(3);

        model.month().set(model.months().get(1));
        assertThat(model.rows()).isEmpty();
    }

    @Test
    void aProtectedPersonIsListedForNoOneButTheNamedHandlerR34() {
        office.household(1, "Amina", "Öberg", Phase.RUNNING, ApplicationStatus.RECEIVED, Protection.MARKED);
        ApplicationsViewModel model = model();
        assertThat(model.rows()).isEmpty();
        assertThat(model.newCount().get()).isZero();
    }

    @Test
    void anApplicationOpensWhereItsWorkStands() {
        var caseId = office.household(1, "Amina", "Öberg", Phase.RUNNING, ApplicationStatus.RETURNED, Protection.NONE);
        ApplicationsViewModel model = model();
        model.open(model.rows().getFirst());
        assertThat(desk.navigator().place().get()).isEqualTo(new InCase(caseId, CasePlace.DECISION, null));
    }

    @Test
    void takesInFilesAndSetsAsideWhatIsFaulty() throws IOException {
        Path good = copy("ansokan-01.json");
        Path cut = folder.resolve("kapad.json");
        Files.writeString(cut, Files.readString(good).substring(0, 200));
        ApplicationsViewModel model = model();
        office.dialogs.answer(List.of(good, cut));
        model.pickFiles();
        assertThat(model.message().get()).isEqualTo("1 ansökan registrerad, 1 fil kunde inte läsas in.");
        assertThat(model.setAside().rows()).singleElement().satisfies(row -> {
            assertThat(row.faults()).isNotEmpty();
            assertThat(row.origin()).isEqualTo(cut.toString());
        });

        model.takeIn(List.of(good));
        assertThat(model.message().get()).contains("1 fanns redan");

        Files.copy(good, cut, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        model.setAside().tryAgain(model.setAside().rows().getFirst());
        assertThat(model.setAside().rows()).isEmpty();
    }

    @Test
    void tellsInPlainWordsWhereAFileIsWrong() throws IOException {
        Path wrong = folder.resolve("fel.json");
        Files.writeString(wrong, """
                {"formatVersion": 1, "periodMonth": 13, "incomes": [{}, {"amount": "tusen"}], "nytt": {"a": 1, "a": 2}}""");
        ApplicationsViewModel model = model();
        model.takeIn(List.of(wrong));
        assertThat(model.setAside().rows().getFirst().faults()).extracting(f -> f.place() + " <" + f.pointer() + ">")
                .contains("Månad som ansökan gäller </periodMonth>", "Inkomst 2, belopp </incomes/1/amount>", "Kostnader </costs>",
                        "Nytt, a </nytt/a>");
        Files.writeString(wrong, "[]");
        model.setAside().tryAgain(model.setAside().rows().getFirst());
        assertThat(model.setAside().rows().getFirst().faults()).extracting(SetAsideRow.Fault::place).containsExactly("Hela filen");
    }

    @Test
    void aSetAsideFileIsRemovedOnlyWhenConfirmed() throws IOException {
        Path cut = folder.resolve("kapad.json");
        Files.writeString(cut, "{");
        ApplicationsViewModel model = model();
        model.takeIn(List.of(cut));
        office.dialogs.answer(false);
        model.setAside().remove(model.setAside().rows().getFirst());
        assertThat(model.setAside().rows()).hasSize(1);
        office.dialogs.answer(true);
        model.setAside().remove(model.setAside().rows().getFirst());
        assertThat(model.setAside().rows()).isEmpty();
        assertThat(cut).exists();
    }

    @Test
    void aRenewalIsFilledInFromLastMonthAndWhatIsNewIsMarkedR2() throws Exception {
        var caseId = office.household(1, "Amina", "Öberg", Phase.RUNNING, ApplicationStatus.DECIDED, Protection.NONE);
        ApplicationsViewModel model = model();
        model.startNew();
        NewApplicationViewModel form = model.newApplication();
        form.choose(found(form, "öberg"));
        assertThat(form.kind().get().value()).isEqualTo(ApplicationKind.RENEWAL);
        assertThat(form.costs()).extracting(AmountLine::lastMonth).first().asString().startsWith("6").endsWith("kr");
        assertThat(form.costs()).noneMatch(AmountLine::changed);

        form.costs().getFirst().amount().set("6 690");
        assertThat(form.costs().getFirst().changed()).isTrue();
        assertThat(form.missing()).extracting(Missing::text).containsExactly("Hur ansökan kom in saknas");
        form.channel().set(form.choices().channels().getFirst());
        form.month().set(form.choices().month(YearMonth.of(2026, 12)));
        form.register();

        assertThat(desk.navigator().place().get()).isEqualTo(new InCase(caseId, CasePlace.APPLICATION, null));
        assertThat(model.page().get()).isEqualTo(Page.LIST);
        Application december = desk.documents().list(Application.class, ListFilter.states("RECEIVED")).getFirst();
        assertThat(december.period()).isEqualTo(YearMonth.of(2026, 12));
        assertThat(december.channel()).isEqualTo(Channel.LETTER);
        assertThat(december.declaration().costs().getFirst().applied()).isEqualTo(Money.kronor(6_690));
    }

    @Test
    void aSecondApplicationForTheMonthIsRefusedInWords() throws Exception {
        office.household(1, "Amina", "Öberg", Phase.RUNNING, ApplicationStatus.DECIDED, Protection.NONE);
        ApplicationsViewModel model = model();
        NewApplicationViewModel form = model.newApplication();
        form.choose(found(form, "öberg"));
        form.channel().set(form.choices().channels().getFirst());
        form.register();
        assertThat(office.dialogs.shown).singleElement().asString().contains("har redan en ansökan för månaden");
    }

    @Test
    void anUnknownPersonIsWrittenDownAndGetsACase() {
        ApplicationsViewModel model = model();
        NewApplicationViewModel form = model.newApplication();
        assertThat(form.missing()).extracting(Missing::text).containsExactly("Hur ansökan kom in saknas", "Vem som söker saknas");
        form.writeNewPerson();
        PersonLine person = form.people().getFirst();
        person.number().set("19900125-2380");
        assertThat(person.numberFault()).isEqualTo("Sista siffran i personnumret stämmer inte");
        person.number().set("19880315T009");
        person.firstName().set("Nils");
        person.lastName().set("Ny");
        form.channel().set(form.choices().channels().getLast());
        form.housing().set(form.choices().housing(HousingForm.RENTAL));
        assertThat(form.missing()).extracting(Missing::text).containsExactly("Svara på om någon har skyddade personuppgifter");
        form.protection().set(form.choices().protections().getFirst());
        form.register();
        assertThat(desk.documents().list(Household.class, ListFilter.ALL)).singleElement()
                .extracting(h -> h.applicant().person().listName())
                .isEqualTo("Ny, Nils");
        assertThat(desk.navigator().place().get()).isInstanceOf(InCase.class);
    }

    @Test
    void theFormIsKeptUntilItIsLeft() {
        ApplicationsViewModel model = model();
        model.startNew();
        NewApplicationViewModel form = model.newApplication();
        form.writeNewPerson();
        assertThat(model.newApplication()).isSameAs(form);
        office.dialogs.answer(true);
        form.cancel();
        assertThat(model.newApplication()).isNotSameAs(form);
    }

    private Path copy(String name) throws IOException {
        try (InputStream in = getClass().getResourceAsStream("/se/trepart/app/intake/" + name)) {
            Path file = folder.resolve(name);
            Files.copy(in, file);
            return file;
        }
    }
}
