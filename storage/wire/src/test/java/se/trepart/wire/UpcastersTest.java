package se.trepart.wire;

import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class UpcastersTest {

    @Test
    void bringsAnOldOperationForwardOneVersionAtATime() {
        Upcasters chain = new Upcasters(4,
                Map.of(1, operation -> typed(operation, operation.type() + "b"), 3, operation -> typed(operation, operation.type() + "d")));
        Operation now = chain.bringForward(operation(1));
        assertThat(now.type()).isEqualTo("abd");
        assertThat(now.schema()).isEqualTo(4);
        assertThat(chain.bringForward(operation(3)).type()).isEqualTo("ad");
    }

    @Test
    void doesNotGuessAtWhatANewerProgramMade() {
        assertThatThrownBy(() -> Upcasters.CURRENT.bringForward(operation(Protocol.SCHEMA + 1))).isInstanceOf(Upcasters.NewerSchema.class);
    }

    private static Operation operation(int schema) {
        return new Operation(Samples.id(1), 1, Samples.id(2), "a", Samples.id(3), Operation.Kind.DELETE, null, null, 1, Map.of(), null,
                schema, Instant.EPOCH);
    }

    private static Operation typed(Operation operation, String type) {
        return new Operation(operation.opId(), operation.clientSeq(), operation.intentId(), type, operation.id(), operation.kind(), null,
                null, operation.baseVersion(), operation.patch(), null, operation.schema(), operation.clientTime());
    }
}
