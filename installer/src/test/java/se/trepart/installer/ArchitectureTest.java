package se.trepart.installer;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Set;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

/** The direction of the arrows between modules, and the rules of style that a machine can hold. Stands here because it sees all classes. */
class ArchitectureTest {

    private static JavaClasses ours;

    @BeforeAll
    static void read() {
        ours = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("se.trepart");
        for (String module : Set.of("model", "wire", "local", "central", "app", "installer")) {
            assertThat(ours.stream().map(JavaClass::getPackageName)).as("classes of %s", module)
                    .anyMatch(name -> name.startsWith("se.trepart." + module));
        }
    }

    @Test
    void arrowsOnlyPointDown() {
        layeredArchitecture().consideringOnlyDependenciesInLayers()
                .layer("model")
                .definedBy("se.trepart.model..")
                .layer("wire")
                .definedBy("se.trepart.wire..")
                .layer("local")
                .definedBy("se.trepart.local..")
                .layer("central")
                .definedBy("se.trepart.central..")
                .layer("app")
                .definedBy("se.trepart.app..")
                .layer("installer")
                .definedBy("se.trepart.installer..")
                .whereLayer("installer")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("app")
                .mayOnlyBeAccessedByLayers("installer")
                .whereLayer("central")
                .mayOnlyBeAccessedByLayers("installer")
                .whereLayer("local")
                .mayOnlyBeAccessedByLayers("app", "installer")
                .whereLayer("wire")
                .mayOnlyBeAccessedByLayers("local", "central", "app", "installer")
                .because("a screen can then be changed without touching a rule, and a rule without touching a store")
                .check(ours);
    }

    @Test
    void theModelIsPure() {
        classes().that()
                .resideInAPackage("se.trepart.model..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("se.trepart.model..", "java.lang..", "java.io", "java.math", "java.nio.charset", "java.nio",
                        "java.text", "java.time..", "java.util", "java.util.function..", "java.util.regex..", "java.util.stream..",
                        "java.security", "org.jspecify.annotations..")
                .because("rules must be tried without a database, a network or a screen")
                .check(ours);
    }

    @ParameterizedTest
    @ValueSource(classes = {Clock.class, Instant.class, LocalDate.class, LocalDateTime.class, YearMonth.class})
    void theModelNeverAsksWhatTimeItIs(Class<?> time) {
        noClasses().that()
                .resideInAPackage("se.trepart.model..")
                .should()
                .callMethodWhere(new DescribedPredicate<>("now of " + time.getSimpleName()) {
                    @Override
                    public boolean test(com.tngtech.archunit.core.domain.JavaMethodCall call) {
                        return call.getTargetOwner().isEquivalentTo(time)
                                && Set.of("now", "systemUTC", "systemDefaultZone").contains(call.getName());
                    }
                })
                .because("time comes in as a parameter: a rule gives the same answer tomorrow")
                .check(ours);
    }

    @Test
    void viewModelsKnowNoNodesAndNoWindows() {
        noClasses().that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..")
                .because("a view model is tested without a toolkit")
                .allowEmptyShould(true)
                .check(ours);
    }

    @Test
    void nothingBelowTheClientKnowsJavaFx() {
        noClasses().that()
                .resideInAnyPackage("se.trepart.model..", "se.trepart.wire..", "se.trepart.local..", "se.trepart.central..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javafx..")
                .because("stores and rules are used without a window")
                .check(ours);
    }

    @Test
    void theCommandLineKnowsNoJavaFx() {
        noClasses().that()
                .resideInAnyPackage("se.trepart.app.command..", "se.trepart.app.intake..", "se.trepart.app.language..",
                        "se.trepart.app.text..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javafx..")
                .because("commands run on servers without a screen and start without its cost")
                .check(ours);
    }

    @Test
    void everyPackageIsNullMarked() {
        classes().that().resideInAPackage("se.trepart..").should(new ArchCondition<>("be in a @NullMarked package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(type, marked, type.getPackageName() + " of " + type.getSimpleName()));
            }
        }).because("NullAway looks only into packages that say so").check(ours);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Manager", "Helper", "Util", "Utils", "Impl", "Base", "Common", "Data", "Info"})
    void namesSayWhatAClassIs(String empty) {
        noClasses().should().haveSimpleNameEndingWith(empty).because("the word fits everything and so says nothing").check(ours);
    }

    @Test
    void onlyOnePlaceLogsErrors() {
        noClasses().should()
                .callMethod(Throwable.class, "printStackTrace")
                .because("an exception's message may hold personal data; UnexpectedErrors leaves it out")
                .check(ours);
        noClasses().should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.slf4j..", "org.apache.logging..")
                .because("our own code logs through System.Logger only, where a rule can see it")
                .check(ours);
    }

    @Test
    void logsNoExceptionAndNoDocument() {
        noClasses().should()
                .callMethod(System.Logger.class, "log", System.Logger.Level.class, String.class, Throwable.class)
                .orShould()
                .callMethod(System.Logger.class, "log", System.Logger.Level.class, Object.class)
                .because("an exception's message or a record's text may hold personal data: constants and codes are logged")
                .check(ours);
    }
}
