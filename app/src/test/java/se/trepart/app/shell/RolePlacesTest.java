package se.trepart.app.shell;

import java.util.List;

import se.trepart.app.shell.Place.Main;
import se.trepart.model.access.Role;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RolePlacesTest {

    @Test
    void aConsultantHasNoPlaceWithMoney() {
        assertThat(RolePlaces.of(List.of(Role.CONSULTANT))).contains(Main.TODAY, Main.PLANS).doesNotContain(Main.APPLICATIONS, Main.CASES);
    }

    @Test
    void whoLeadsAUnitHasAllPlacesOfTheWorkAndWhoReadsNoCaseTheDayAndTheTemplates() {
        assertThat(RolePlaces.of(List.of(Role.TEAM_LEAD))).hasSize(Main.values().length - 1).doesNotContain(Main.TEMPLATES);
        assertThat(RolePlaces.of(List.of(Role.ADMINISTRATOR))).containsExactly(Main.TODAY, Main.TEMPLATES);
    }

    @Test
    void twoRolesHaveThePlacesOfBothInTheOrderOfTheList() {
        assertThat(RolePlaces.of(List.of(Role.CONSULTANT, Role.CASEWORKER))).isSorted().contains(Main.CASES, Main.PLANS);
    }
}
