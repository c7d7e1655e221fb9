package se.trepart.local;

import se.trepart.local.cache.Blobs;
import se.trepart.local.cache.DocumentStore;
import se.trepart.local.cache.Drafts;
import se.trepart.local.cache.SetAside;
import se.trepart.local.search.Search;
import se.trepart.local.sync.Sync;

/** One workstation's store (arbetsplats): everything the client needs below its screens. */
public interface Workstation extends AutoCloseable {

    DocumentStore documents();

    Drafts drafts();

    SetAside setAside();

    Blobs blobs();

    Search search();

    Sync sync();

    @Override
    void close();
}
