package se.trepart.central.sync;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import se.trepart.central.Office;
import se.trepart.central.Office.Desk;
import se.trepart.model.Money;
import se.trepart.model.access.Role;
import se.trepart.model.access.Staff;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.decision.Decision;
import se.trepart.model.decision.DecisionItem;
import se.trepart.model.decision.DecisionKind;
import se.trepart.model.decision.DecisionMatter;
import se.trepart.model.decision.DecisionStatus;
import se.trepart.model.decision.HandOver;
import se.trepart.model.decision.HandOver.Step;
import se.trepart.wire.PushReply.Outcome;
import se.trepart.wire.PushReply.Result;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** R16 as the server holds it, also against a client that does not. */
class DecisionRightsTest {

    private Office office;
    private CaseFile file;

    @BeforeEach
    void open() {
        office = new Office();
        office.hire(office.karl, office.greta);
        file = Office.caseFile(Office.NORTH);
        Desk anna = office.desk(office.anna);
        anna.send(anna.create(file));
    }

    @AfterEach
    void close() {
        office.close();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # kronor, prepared and made by, as,          outcome
            25000,    anna,                 CASEWORKER,  ''
            25001,    anna,                 CASEWORKER,  above_delegation
            25001,    lena,                 TEAM_LEAD,   ''
            45001,    lena,                 TEAM_LEAD,   above_delegation
            100,      anna,                 TEAM_LEAD,   not_the_maker
            """)
    void r16_nobodyDecidesAboveTheirDelegation(int kronor, String who, Role as, String refused) {
        Staff maker = who.equals("anna") ? office.anna : office.lena;
        Desk desk = office.desk(maker);
        Decision prepared = decision(maker, kronor);
        assertThat(desk.send(desk.create(prepared)).result()).isEqualTo(Result.APPLIED);
        Outcome outcome = desk.send(desk.change(prepared, made(prepared, maker.id(), as, maker.id()), 1));
        assertThat(outcome.reason()).isEqualTo(refused);
        assertThat(outcome.result()).isEqualTo(refused.isEmpty() ? Result.APPLIED : Result.REJECTED);
        assertThat(desk.see(Decision.class, prepared.id()).made()).isEqualTo(refused.isEmpty());
    }

    @Test
    void r16_theOneWhoPreparedItCannotApproveIt() {
        Desk anna = office.desk(office.anna);
        Desk bengt = office.desk(office.bengt);
        Decision prepared = decision(office.anna, 100);
        Decision sent = with(prepared, DecisionStatus.SENT, prepared.preparedBy(), List.of(step(Step.SENT, office.anna.id())), null, null);
        anna.send(anna.create(prepared));
        anna.send(anna.change(prepared, sent, 1));
        assertThat(anna.send(anna.change(sent, made(sent, office.anna.id(), Role.CASEWORKER, office.anna.id()), 2)).reason())
                .isEqualTo("prepared_by_oneself");
        // nor by saying that somebody else prepared it, that somebody else sent it, or that somebody else makes it
        assertThat(anna.send(anna.change(sent, with(sent, sent.status(), office.bengt.id(), sent.handOvers(), null, null), 2)).reason())
                .isEqualTo("not_the_preparer");
        assertThat(anna.send(anna.change(sent, with(sent, sent.status(), sent.preparedBy(), List.of(), null, null), 2)).reason())
                .isEqualTo("forged_step");
        assertThat(anna.send(anna.change(sent, made(sent, office.bengt.id(), Role.CASEWORKER, office.bengt.id()), 2)).reason())
                .isEqualTo("forged_step");
        assertThat(anna.send(anna.change(sent, made(sent, office.bengt.id(), Role.CASEWORKER, office.anna.id()), 2)).reason())
                .isEqualTo("not_the_maker");
        assertThat(bengt.send(bengt.change(sent, made(sent, office.bengt.id(), Role.CASEWORKER, office.bengt.id()), 2)).result())
                .isEqualTo(Result.APPLIED);
    }

    @Test
    void r16_aDecisionThatComesMadeIsTriedTheSame() {
        Desk anna = office.desk(office.anna);
        Decision high = decision(office.anna, 30_000);
        assertThat(anna.send(anna.create(made(high, office.anna.id(), Role.CASEWORKER, office.anna.id()))).reason())
                .isEqualTo("above_delegation");
        Decision others = decision(office.bengt, 100);
        assertThat(anna.send(anna.create(others)).reason()).isEqualTo("not_the_preparer");
        Desk greta = office.desk(office.greta);
        assertThat(greta.send(greta.create(decision(office.greta, 100))).reason()).isEqualTo("not_allowed");
        Desk karl = office.desk(office.karl);
        assertThat(karl.send(karl.create(decision(office.karl, 100))).reason()).isEqualTo("not_allowed");
    }

    private Decision decision(Staff by, int kronor) {
        DecisionItem support = new DecisionItem(Office.id(), null, DecisionItem.SUPPORT, DecisionMatter.SUPPORT, Money.kronor(kronor),
                Money.kronor(kronor), "", "");
        return new Decision(Office.id(), Office.NORTH, file.id(), Office.id(), null, DecisionKind.AID, DecisionStatus.PREPARED,
                YearMonth.of(2026, 12), Office.DAY, by.id(), List.of(support), "", "", null, List.of(), null, null, null, null);
    }

    private static Decision made(Decision d, UUID by, Role as, UUID stepBy) {
        List<HandOver> steps = new ArrayList<>(d.handOvers());
        steps.add(step(Step.MADE, stepBy));
        return with(d, DecisionStatus.MADE, d.preparedBy(), steps, by, as);
    }

    private static HandOver step(Step step, UUID by) {
        return new HandOver(Office.id(), step, by, Instant.EPOCH, "");
    }

    private static Decision with(Decision d, DecisionStatus status, UUID preparedBy, List<HandOver> steps, @Nullable UUID by,
            @Nullable Role as) {
        return new Decision(d.id(), d.unitId(), d.caseId(), d.applicationId(), d.calculationId(), d.kind(), status, d.period(),
                d.preparedOn(), preparedBy, d.items(), d.reasons(), d.childEffect(), d.communication(), steps, by, as,
                by == null ? null : Office.DAY, d.corrects());
    }
}
