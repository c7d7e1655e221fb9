package se.trepart.local.vault;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/** Memory outside the heap for secrets on their way to the system and back: overwritten before it is given back. */
final class WipedArena implements Arena {

    private final Arena arena;
    private final List<MemorySegment> used = new ArrayList<>();

    WipedArena() {
        this(Arena.ofConfined());
    }

    WipedArena(Arena arena) {
        this.arena = arena;
    }

    @Override
    public MemorySegment allocate(long byteSize, long byteAlignment) {
        MemorySegment segment = arena.allocate(byteSize, byteAlignment);
        used.add(segment);
        return segment;
    }

    @Override
    public MemorySegment.Scope scope() {
        return arena.scope();
    }

    @Override
    public void close() {
        used.forEach(segment -> segment.fill((byte) 0));
        arena.close();
    }
}
