package com.tillhouse.canary.repositoriesaskforthetenantfirst.core.gateway;

interface WrongStore {
    void clear();
}
