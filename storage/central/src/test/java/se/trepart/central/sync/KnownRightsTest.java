package se.trepart.central.sync;

import java.util.List;
import java.util.UUID;

import se.trepart.central.Office;
import se.trepart.central.access.StaffAccess;
import se.trepart.model.access.Staff;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The register is changed by another process than the service that has read it. */
class KnownRightsTest {

    private Office office;

    @BeforeEach
    void open() {
        office = new Office();
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void whoIsTakenOutOfTheRegisterIsNobodyToTheVeryNextQuestion() {
        assertThat(office.store.bySubject("anna")).isPresent();
        assertThat(rights(office.anna).units()).containsExactly(Office.NORTH);

        office.admin.importDocuments(List.of(changed(office.anna, List.of(Office.NORTH), false)));

        assertThat(office.store.bySubject("anna")).isEmpty();
        assertThat(rights(office.anna).active()).isFalse();
    }

    @Test
    void whoIsGivenAnotherUnitHasItAtTheVeryNextQuestion() {
        assertThat(rights(office.anna).units()).containsExactly(Office.NORTH);

        office.admin.importDocuments(List.of(changed(office.anna, List.of(Office.SOUTH), true)));

        assertThat(rights(office.anna).units()).containsExactly(Office.SOUTH);
        assertThat(rights(office.bengt).units()).containsExactly(Office.NORTH);
    }

    private StaffAccess rights(Staff who) {
        return office.store.readAs(who.id(), snapshot -> snapshot.staff(who.id()).orElseThrow());
    }

    private static Staff changed(Staff who, List<UUID> units, boolean active) {
        return new Staff(who.id(), who.unitId(), who.subject(), who.name(), who.title(), who.phone(), who.roles(), units,
                who.protectedCases(), active, who.since());
    }
}
