package se.trepart.app.plan;

import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import se.trepart.app.casefile.CaseDesk;
import se.trepart.app.casefile.CaseSamples;
import se.trepart.app.control.Choice;
import se.trepart.app.control.Styles;
import se.trepart.app.plan.OffersViewModel.Offered;
import se.trepart.app.planning.PlanningSamples;
import se.trepart.app.shell.Directory;
import se.trepart.local.cache.ListFilter;
import se.trepart.model.Money;
import se.trepart.model.access.Role;
import se.trepart.model.access.Staff;
import se.trepart.model.access.Unit;
import se.trepart.model.plan.ActionOffer;

import atlantafx.base.theme.PrimerLight;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import static org.assertj.core.api.Assertions.assertThat;
import static se.trepart.app.casefile.CaseSamples.TODAY;

/** The catalogue gone through by the keyboard, as Ingrid who leads the consultants keeps it. */
@ExtendWith(ApplicationExtension.class)
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class OffersScreenTest {

    static final Staff INGRID = new Staff(CaseSamples.id(17), Unit.MUNICIPALITY, "ingrid", "Ingrid Norberg", "", "",
            List.of(Role.LABOUR_MARKET_LEAD), PlanningSamples.OLA.units(), List.of(), true, TODAY.minusYears(1));
    static final ActionOffer KITCHEN = offer(1, "internship", "Skolköket i Björkhaga", 4, 1_800, TODAY.minusYears(1), null);
    static final ActionOffer HOME = offer(2, "internship", "Äldreboendet Solgläntan", 5, 1_800, TODAY.minusYears(1), TODAY.minusMonths(2));
    static final ActionOffer GARDEN = offer(3, "work-training", "Parkenheten", 8, null, TODAY.plusMonths(1), null);

    private CaseDesk desk;
    private Directory directory;
    private OffersViewModel model;
    private OffersView view;
    private Stage stage;

    private static ActionOffer offer(int number, String kind, String place, int seats, Integer kronor, LocalDate from, LocalDate to) {
        return new ActionOffer(CaseSamples.id(1500 + number), Unit.MUNICIPALITY, kind, place, seats,
                kronor == null ? null : Money.kronor(kronor), "Kostenheten", from, to);
    }

    @Start
    void start(Stage window) {
        Locale.setDefault(Locale.of("sv", "SE"));
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        stage = window;
    }

    @AfterEach
    void close() throws Exception {
        assertThat(desk.errors).isEmpty();
        model.close();
        directory.close();
        desk.close();
    }

    private void open(FxRobot robot, Staff me, ActionOffer... offers) throws Exception {
        desk = new CaseDesk(Files.createTempDirectory("offers"), me).with(PlanningSamples.municipality())
                .with(CaseSamples.amina())
                .with(PlanningSamples.plan(), PlanningSamples.internship())
                .with(offers);
        directory = new Directory(desk.desk().documents(), me);
        robot.interact(() -> {
            model = new OffersViewModel(desk.desk(), directory, Duration.ZERO);
            view = new OffersView(model, desk.desk().texts());
            Scene scene = new Scene(new StackPane(view.node()), 1100, 720);
            scene.getStylesheets().add(Styles.class.getResource(Styles.STYLESHEET).toExternalForm());
            stage.setScene(scene);
            stage.show();
            view.opened();
        });
    }

    private List<ActionOffer> stored() {
        return desk.desk()
                .documents()
                .list(ActionOffer.class, ListFilter.ALL)
                .stream()
                .sorted(Comparator.comparing(ActionOffer::offeredFrom))
                .toList();
    }

    private void write(FxRobot robot, String field, String words) {
        robot.interact(() -> {
            TextInputControl input = robot.lookup("#plan-" + field).queryAs(TextInputControl.class);
            input.requestFocus();
            input.setText(words);
        });
    }

    private void day(FxRobot robot, String field, LocalDate day) {
        DatePicker picker = robot.lookup("#plan-" + field).queryAs(DatePicker.class);
        robot.interact(() -> {
            picker.requestFocus();
            picker.getEditor().selectAll();
        });
        robot.write(day.toString().replace("-", "")).type(KeyCode.ENTER);
        robot.interact(() -> {});
    }

    @SuppressWarnings("unchecked")
    private void choose(FxRobot robot, String field, String label) {
        ComboBox<Choice<String>> box = robot.lookup("#plan-" + field).queryAs(ComboBox.class);
        robot.interact(() -> box.setValue(box.getItems().stream().filter(one -> one.label().equals(label)).findFirst().orElseThrow()));
    }

    private List<String> faults(FxRobot robot) {
        return robot.lookup(".field-fault").queryAllAs(Labeled.class).stream().map(Labeled::getText).toList();
    }

    private List<String> rows() {
        return model.rows()
                .stream()
                .map(row -> String.join("; ", row.kind(), row.offer().place(), row.seats(), row.cost(), row.time()).replace('\u00A0', ' '))
                .toList();
    }

    @Test
    void theCatalogueShowsWhatIsOfferedNowAndHowManyTakePart(FxRobot robot) throws Exception {
        open(robot, INGRID, KITCHEN, HOME, GARDEN);
        assertThat(rows()).containsExactly("Praktik; Skolköket i Björkhaga; 1 av 4; 1 800 kr; sedan 2025-11-22");
        robot.interact(() -> model.shown().set(model.choices().get(Offered.LATER.ordinal())));
        assertThat(rows()).containsExactly("Arbetsträning; Parkenheten; – av 8; –; från 2026-12-22");
        robot.interact(() -> model.shown().set(model.choices().get(Offered.ENDED.ordinal())));
        assertThat(rows()).containsExactly("Praktik; Äldreboendet Solgläntan; – av 5; 1 800 kr; till 2026-09-22");
        robot.interact(() -> model.shown().set(model.choices().getLast()));
        assertThat(rows()).hasSize(3);
    }

    @Test
    void anOfferIsAddedWithFaultsUnderTheFieldsUntilItIsRight(FxRobot robot) throws Exception {
        open(robot, INGRID, KITCHEN);
        robot.interact(view::mainAction);
        choose(robot, "KIND", "Praktik");
        write(robot, "PLACE", "skolköket i björkhaga");
        write(robot, "CAPACITY", "inga");
        write(robot, "COST", "dyrt");
        write(robot, "OWNER", "Kostenheten");
        day(robot, "OFFERED_FROM", TODAY.plusDays(9));
        assertThat(faults(robot)).containsExactly("Skriv antal platser som ett tal, minst 1.",
                "Skriv kostnaden i kronor, till exempel 4 500.");
        write(robot, "CAPACITY", "3");
        write(robot, "COST", "2 300");
        write(robot, "OWNER", "Kostenheten");
        assertThat(faults(robot)).containsExactly("Insatsen finns redan på den platsen under samma tid.");
        robot.interact(view::mainAction);
        assertThat(stored()).containsExactly(KITCHEN);
        write(robot, "PLACE", "Bygdegården");
        robot.interact(view::mainAction);
        assertThat(stored()).hasSize(2).last().satisfies(offer -> {
            assertThat(offer.place()).isEqualTo("Bygdegården");
            assertThat(offer.costAMonth()).isEqualTo(Money.kronor(2_300));
            assertThat(offer.offeredFrom()).isEqualTo(TODAY.plusDays(9));
        });
        assertThat(desk.desk().workstation().drafts().startingWith("offers/")).isEmpty();
        // back in the list, ready for the next, which begins empty
        assertThat(stage.getScene().getFocusOwner()).isInstanceOf(TableView.class);
        robot.interact(view::mainAction);
        assertThat(robot.lookup("#plan-PLACE").queryAs(TextInputControl.class).getText()).isEmpty();
    }

    @Test
    void aNewCostCountsFromItsDayAndWhatItCostBeforeStands(FxRobot robot) throws Exception {
        open(robot, INGRID, KITCHEN);
        robot.type(KeyCode.ENTER);
        robot.interact(() -> {});
        assertThat(robot.lookup("#plan-KIND").queryAll()).as("participants are counted by it").isEmpty();
        write(robot, "CAPACITY", "6");
        write(robot, "COST", "2000");
        robot.interact(view::mainAction);
        assertThat(stored()).as("not without the day it counts from").containsExactly(KITCHEN);
        day(robot, "COST_FROM", LocalDate.of(2027, 1, 1));
        robot.interact(view::mainAction);
        assertThat(stored()).extracting(ActionOffer::costAMonth, ActionOffer::capacity, ActionOffer::offeredFrom, ActionOffer::offeredTo)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Money.kronor(1_800), 6, KITCHEN.offeredFrom(), LocalDate.of(2026, 12, 31)),
                        org.assertj.core.groups.Tuple.tuple(Money.kronor(2_000), 6, LocalDate.of(2027, 1, 1), null));
        assertThat(stored().getFirst().id()).isEqualTo(KITCHEN.id());
    }

    @Test
    void anOfferGetsALastDayAndWhatIsTypedIsThereWhenItIsOpenedAgain(FxRobot robot) throws Exception {
        open(robot, INGRID, KITCHEN);
        robot.type(KeyCode.ENTER);
        robot.interact(() -> {});
        write(robot, "OWNER", "Måltidsenheten");
        robot.interact(robot.lookup("#plan-form-leave").query()::requestFocus);
        robot.type(KeyCode.SPACE).type(KeyCode.ENTER);
        robot.interact(() -> {});
        assertThat(robot.lookup("#plan-OWNER").queryAs(TextInputControl.class).getText()).isEqualTo("Måltidsenheten");
        day(robot, "OFFERED_TO", KITCHEN.offeredFrom().minusDays(1));
        assertThat(faults(robot)).containsExactly("Sista dagen är före den första.");
        day(robot, "OFFERED_TO", TODAY);
        robot.interact(view::mainAction);
        assertThat(stored()).singleElement().satisfies(offer -> {
            assertThat(offer.offeredTo()).isEqualTo(TODAY);
            assertThat(offer.owner()).isEqualTo("Måltidsenheten");
            assertThat(offer.costAMonth()).isEqualTo(KITCHEN.costAMonth());
        });
    }

    @Test
    void aConsultantReadsTheCatalogueWithItsPricesAndChangesNothing(FxRobot robot) throws Exception {
        open(robot, PlanningSamples.OLA, KITCHEN);
        assertThat(rows()).containsExactly("Praktik; Skolköket i Björkhaga; 1 av 4; 1 800 kr; sedan 2025-11-22");
        assertThat(robot.lookup("#plan-offer-new").queryAll()).isEmpty();
        robot.type(KeyCode.ENTER);
        robot.interact(view::mainAction);
        assertThat(robot.lookup("#plan-form-do").queryAll()).isEmpty();
    }

    @Test
    void whoReadsNoCaseIsNotToldThatNobodyTakesPart(FxRobot robot) throws Exception {
        Staff maria = new Staff(CaseSamples.id(18), Unit.MUNICIPALITY, "maria", "Maria", "", "", List.of(Role.ADMINISTRATOR), List.of(),
                List.of(), true, TODAY);
        open(robot, maria, KITCHEN);
        assertThat(rows()).containsExactly("Praktik; Skolköket i Björkhaga; – av 4; 1 800 kr; sedan 2025-11-22");
        assertThat(robot.lookup("#plan-offer-new").queryAll()).hasSize(1);
    }
}
