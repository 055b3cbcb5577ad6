package jakarta.inject;

/** Stands for the banned library of this name, so that there is something for the rule against it to find. */
public @interface Inject {}
