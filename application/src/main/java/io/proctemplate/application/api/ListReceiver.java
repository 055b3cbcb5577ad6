package io.proctemplate.application.api;

/** Takes the objects of a list one by one, so that no list has to fit into memory. */
public interface ListReceiver<T> {

    /** Told first: how many objects there are, without paging. */
    void count(long count);

    /** The next object. */
    void item(T item);
}
