package se.trepart.installer.sim;

import java.util.function.Supplier;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** The world is not blind: each wrong version is caught, by the invariant that is there for it. */
class MutantsTest {

    /** within so many seeds */
    private static final int SEEDS = 200;

    static Stream<Arguments> wrongVersions() {
        return Stream.of(arguments("number taken early", (Supplier<Mutation>) Mutants.NumberTakenEarly::new, "I5"),
                arguments("cursor before data", (Supplier<Mutation>) Mutants.CursorBeforeData::new, "I5"),
                arguments("no operation ids", (Supplier<Mutation>) Mutants.NoOperationIds::new, "I3"),
                arguments("purge before push", (Supplier<Mutation>) Mutants.PurgeBeforePush::new, "I2"),
                arguments("filter by the client's list", (Supplier<Mutation>) Mutants.UnitsAsTheClientSays::new, "I10"),
                arguments("pull over dirty row", (Supplier<Mutation>) Mutants.PullOverDirtyRow::new, "I7"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongVersions")
    void catches(String name, Supplier<Mutation> mutation, String invariant) {
        try (Ground ground = new Ground()) {
            for (int seed = 1; seed <= SEEDS; seed++) {
                try (SimWorld world = new SimWorld(seed, mutation.get(), ground)) {
                    world.run();
                } catch (Broken broken) {
                    if (broken.invariant().equals(invariant)) {
                        System.out.printf("%s: seed %d, %s%n", name, seed, broken.getMessage());
                        return;
                    }
                    System.out.printf("%s: seed %d, by another, %s%n", name, seed, broken.getMessage());
                }
            }
        }
        fail(name + " was not caught by " + invariant + " in " + SEEDS + " seeds");
    }
}
