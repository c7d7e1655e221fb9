package se.trepart.model.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import se.trepart.model.application.RegistrationResult.Registered;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.trepart.model.application.Families.ANNA;
import static se.trepart.model.application.Families.DECEMBER;
import static se.trepart.model.application.Families.SETTINGS;
import static se.trepart.model.application.Families.TODAY;
import static se.trepart.model.application.Families.UNIT;
import static se.trepart.model.application.Families.declaration;
import static se.trepart.model.application.Families.id;
import static se.trepart.model.application.Families.ids;
import static se.trepart.model.application.Families.person;
import static se.trepart.model.application.Families.received;

/** FL 20 §: what is missing, by when, and what happens otherwise. */
class CompletionRequestTest {

    private final Application application = ((Registered) new Registration(ids("new")).register(
            received("f", ApplicationKind.NEW, DECEMBER, declaration("f", List.of(person(ANNA)), List.of(), List.of(), List.of())),
            Optional.empty(), UNIT, null, TODAY, "2026-00001")).application();
    private final CompletionRequest request = request(List.of("hyresavi", "kontoutdrag"), "Vi avgör ansökan med det som finns.");

    @Test
    void isDueAfterTheMunicipalitysDays() {
        assertThat(request.dueOn()).isEqualTo(LocalDate.of(2026, 12, 6));
        assertThat(request.overdue(request.dueOn())).isFalse();
        assertThat(request.overdue(request.dueOn().plusDays(1))).isTrue();
    }

    @Test
    void theApplicationWaitsUntilEverythingHasCome() {
        Application waiting = request.applied(application);
        assertThat(waiting.status()).isEqualTo(ApplicationStatus.WAITING);

        CompletionRequest half = request.receive(request.missing().getFirst().id(), TODAY);
        assertThat(half.stillMissing()).extracting(CompletionRequest.MissingPaper::what).containsExactly("kontoutdrag");
        assertThat(half.applied(waiting).status()).isEqualTo(ApplicationStatus.WAITING);

        CompletionRequest whole = half.receive(request.missing().getLast().id(), TODAY.plusDays(20));
        assertThat(whole.complete()).isTrue();
        assertThat(whole.overdue(TODAY.plusDays(21))).isFalse();
        assertThat(whole.applied(waiting).status()).isEqualTo(ApplicationStatus.RECEIVED);
    }

    @Test
    void anEndedApplicationDoesNotWait() {
        assertThat(request.applied(application.with(ApplicationStatus.DECIDED)).status()).isEqualTo(ApplicationStatus.DECIDED);
    }

    @Test
    void refusesARequestThatSaysNothing() {
        assertThatThrownBy(() -> request(List.of(), "…")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> request(List.of("hyresavi"), " ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> request.receive(id("another"), TODAY)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> request.extend(request.dueOn())).isInstanceOf(IllegalArgumentException.class);
    }

    private CompletionRequest request(List<String> missing, String consequence) {
        return CompletionRequest.request(application, missing, consequence, TODAY, id("Eva"), SETTINGS, ids("request"));
    }
}
