/** Reads the library as a module, and nothing else. */
module shop {
    requires io.proctemplate.domain;

    exports shop;
}
