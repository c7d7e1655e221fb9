package se.trepart.installer.demo;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import se.trepart.local.Workstation;
import se.trepart.local.cache.ListFilter;
import se.trepart.local.signin.Seat;
import se.trepart.model.access.Role;
import se.trepart.model.access.Staff;
import se.trepart.model.application.Application;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.Household;
import se.trepart.model.plan.Plan;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DemoOfficeTest {

    @TempDir
    Path home;

    @Test
    void aWorkstationFetchesItsUnitsCasesAndTheOfficeKeepsItsStateOverARestart() throws Exception {
        int cases;
        try (DemoOffice office = DemoOffice.open(home, false, Clock.systemDefaultZone())) {
            cases = casesOf(office, DemoStaff.KARIN);
            assertThat(cases).isGreaterThan(30);
            assertThat(casesOf(office, DemoStaff.LEYLA)).isGreaterThan(50);
            assertThat(casesOf(office, DemoStaff.INGRID)).isGreaterThan(50);
            assertThat(casesOf(office, DemoStaff.MARIA)).isZero();
            assertThatThrownBy(() -> DemoOffice.open(home, false, Clock.systemDefaultZone())).isInstanceOf(DemoOfficeBusy.class);
        }
        try (DemoOffice office = DemoOffice.open(home, false, Clock.systemDefaultZone())) {
            assertThat(casesOf(office, DemoStaff.KARIN)).isEqualTo(cases);
        }
    }

    @Test
    void refusesAFolderWithSomethingElseInIt() throws Exception {
        java.nio.file.Files.writeString(home.resolve("mine.txt"), "keep");
        assertThatThrownBy(() -> DemoOffice.open(home, true, Clock.systemDefaultZone())).hasMessageContaining("not a demo office");
        assertThat(home.resolve("mine.txt")).exists();
    }

    private static int casesOf(DemoOffice office, Staff person) throws Exception {
        try (Seat seat = office.sit(person, 1)) {
            Workstation workstation = seat.workstation();
            Instant end = Instant.now().plus(Duration.ofSeconds(60));
            while (workstation.sync().status().lastSuccess() == null && Instant.now().isBefore(end)) {
                Thread.sleep(50);
            }
            assertThat(workstation.sync().status().lastSuccess()).as("synchronised: %s", workstation.sync().status()).isNotNull();
            List<CaseFile> cases = workstation.documents().list(CaseFile.class, ListFilter.ALL);
            assertThat(workstation.documents().list(Household.class, ListFilter.ALL)).hasSameSizeAs(cases);
            if (person.roles().stream().anyMatch(Role::plansOnly)) {
                // the plan side of the cases and no money
                assertThat(workstation.documents().list(Application.class, ListFilter.ALL)).isEmpty();
                assertThat(workstation.documents().list(Plan.class, ListFilter.ALL)).hasSizeGreaterThan(30);
            } else if (!cases.isEmpty()) {
                assertThat(workstation.documents().list(Application.class, ListFilter.ALL)).hasSizeGreaterThan(cases.size());
            }
            return cases.size();
        }
    }
}
