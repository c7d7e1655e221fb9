package se.trepart.installer.sim;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import se.trepart.central.snapshot.SnapshotShelf;

/** Snapshots in memory: the last two of each unit, newest first. */
final class MemoryShelf implements SnapshotShelf {

    private final Supplier<UUID> ids;
    private final List<Shelved> shelved = new ArrayList<>();
    private final Map<UUID, byte[]> bytes = new HashMap<>();

    MemoryShelf(Supplier<UUID> ids) {
        this.ids = ids;
    }

    @Override
    public Optional<Shelved> put(UUID unit, Writer writer) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Contents contents = writer.write(out);
            String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(out.toByteArray()));
            Shelved made = new Shelved(ids.get(), unit, contents, out.size(), hash);
            bytes.put(made.id(), out.toByteArray());
            shelved.addFirst(made);
            List<Shelved> ofUnit = shelved.stream().filter(s -> s.unitId().equals(unit)).toList();
            ofUnit.stream().skip(2).forEach(old -> {
                shelved.remove(old);
                bytes.remove(old.id());
            });
            return Optional.of(made);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<Shelved> list() {
        return List.copyOf(shelved);
    }

    @Override
    public void copy(Shelved snapshot, long from, long to, OutputStream out) throws IOException {
        out.write(bytes.get(snapshot.id()), (int) from, (int) (to - from));
    }
}
