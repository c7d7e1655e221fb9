package se.trepart.wire;

import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Brings operations of every earlier schema to today's (uppgradering), one version at a time, so that what lies unsent on a workstation
 * is never stranded by an upgrade. Each step is pure and has golden files of the shape it starts from.
 */
public final class Upcasters {

    /** Today's chain. Schema 1 is the first, so there is nothing to bring forward yet. */
    public static final Upcasters CURRENT = new Upcasters(Protocol.SCHEMA, Map.of());

    private final int schema;
    private final Map<Integer, UnaryOperator<Operation>> steps;

    /** @param steps from version n to n + 1, under n; a version without a step changed no shape */
    Upcasters(int schema, Map<Integer, UnaryOperator<Operation>> steps) {
        this.schema = schema;
        this.steps = Map.copyOf(steps);
    }

    /** @throws NewerSchema when the operation was made by a newer program than this */
    public Operation bringForward(Operation operation) {
        if (operation.schema() > schema) {
            throw new NewerSchema(operation.schema());
        }
        Operation result = operation;
        for (int version = operation.schema(); version < schema; version++) {
            result = steps.getOrDefault(version, UnaryOperator.identity()).apply(result);
        }
        return result.withSchema(schema);
    }

    /** An operation of a version that is not known here: it must wait for an upgrade, not be guessed at. */
    public static final class NewerSchema extends RuntimeException {

        NewerSchema(int schema) {
            super("schema " + schema + " is newer than " + Protocol.SCHEMA);
        }
    }
}
