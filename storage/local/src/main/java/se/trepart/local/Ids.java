package se.trepart.local;

import java.util.UUID;
import java.util.function.Supplier;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;

/** Ids for new documents and operations: UUID version 7, each greater than the one before. */
public final class Ids implements Supplier<UUID> {

    private final NoArgGenerator generator = Generators.timeBasedEpochGenerator();

    @Override
    public UUID get() {
        return generator.generate();
    }
}
