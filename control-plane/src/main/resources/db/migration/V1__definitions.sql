-- Definitions of REST APIs, their deployments and stages, what is published of them, and the journal of their changes.
-- One text for PostgreSQL and H2. Columns of JSON are text; the program writes them with sorted members.

create table rest_api (
    id varchar(63) not null primary key,
    account_id varchar(12) not null,
    region varchar(63) not null,
    name varchar not null,
    description varchar,
    version varchar,
    api_key_source varchar(20) not null,
    binary_media_types varchar not null,
    minimum_compression_size integer,
    endpoint_type varchar(20) not null,
    ip_address_type varchar(20) not null,
    vpc_endpoint_ids varchar not null,
    policy varchar,
    disable_execute_api_endpoint boolean not null,
    tags varchar not null,
    security_policy varchar(60),
    endpoint_access_mode varchar(20),
    root_resource_id varchar(63) not null,
    -- The number of the newest revision; counts every change of the API.
    revision bigint not null,
    created_date timestamp(3) with time zone not null
);
create index rest_api_owner on rest_api (account_id, region, id);

create table resource (
    id varchar(63) not null primary key,
    api_id varchar(63) not null references rest_api (id) on delete cascade,
    -- Null for the root, as is the path part.
    parent_id varchar(63) references resource (id) on delete cascade,
    path_part varchar,
    path varchar not null
);
create index resource_api on resource (api_id);
create unique index resource_sibling on resource (parent_id, path_part);

create table method (
    -- The resource's identifier, a slash, the verb.
    id varchar(80) not null primary key,
    api_id varchar(63) not null references rest_api (id) on delete cascade,
    resource_id varchar(63) not null references resource (id) on delete cascade,
    http_method varchar(10) not null,
    authorization_type varchar(30) not null,
    authorizer_id varchar(63),
    authorization_scopes varchar not null,
    api_key_required boolean not null,
    operation_name varchar,
    request_validator_id varchar(63),
    request_parameters varchar,
    request_models varchar,
    responses varchar not null
);
create index method_api on method (api_id);
create index method_resource on method (resource_id);

create table integration (
    -- The method that it belongs to.
    id varchar(80) not null primary key references method (id) on delete cascade,
    api_id varchar(63) not null references rest_api (id) on delete cascade,
    type varchar(20) not null,
    http_method varchar(10),
    uri varchar,
    connection_type varchar(20),
    connection_id varchar,
    credentials varchar,
    request_parameters varchar,
    request_templates varchar,
    passthrough_behavior varchar(30) not null,
    content_handling varchar(30),
    timeout_in_millis integer not null,
    cache_namespace varchar not null,
    cache_key_parameters varchar not null,
    insecure_skip_verification boolean,
    response_transfer_mode varchar(20),
    integration_target varchar,
    responses varchar not null
);
create index integration_api on integration (api_id);

create table model (
    id varchar(63) not null primary key,
    api_id varchar(63) not null references rest_api (id) on delete cascade,
    name varchar(255) not null,
    content_type varchar not null,
    description varchar,
    json_schema varchar
);
create unique index model_name on model (api_id, name);

create table deployment (
    id varchar(63) not null primary key,
    api_id varchar(63) not null references rest_api (id) on delete cascade,
    description varchar,
    created_date timestamp(3) with time zone not null,
    -- The revision of the API that was frozen.
    revision bigint not null,
    format_version integer not null,
    -- Of the frozen document's UTF-8 bytes, in hexadecimal digits.
    sha256 varchar(64) not null
);
create index deployment_api on deployment (api_id, revision);

-- What a deployment froze; apart from it, so that lists of deployments stay light.
create table frozen_definition (
    deployment_id varchar(63) not null primary key references deployment (id) on delete cascade,
    document text not null
);

create table stage (
    -- The API's identifier, a slash, the stage's name.
    id varchar(200) not null primary key,
    api_id varchar(63) not null references rest_api (id) on delete cascade,
    stage_name varchar(128) not null,
    -- No foreign key: the two go with their API in any order. DeleteDeployment refuses while a stage points at it.
    deployment_id varchar(63) not null,
    description varchar,
    variables varchar not null,
    method_settings varchar not null,
    access_log_destination varchar,
    access_log_format varchar,
    cache_cluster_enabled boolean not null,
    cache_cluster_size varchar(10),
    tracing_enabled boolean not null,
    -- The canary; all of them null without one.
    canary_deployment_id varchar(63),
    canary_percent_traffic double precision,
    canary_variables varchar,
    canary_use_stage_cache boolean,
    tags varchar not null,
    created_date timestamp(3) with time zone not null,
    last_updated_date timestamp(3) with time zone not null
);
create index stage_api on stage (api_id);

-- One row per stage that was ever published. A withdrawn stage keeps its row: planes that were away learn of it.
create table publication (
    -- As in stage.
    id varchar(200) not null primary key,
    api_id varchar(63) not null,
    stage_name varchar(128) not null,
    sequence_number bigint not null unique,
    withdrawn boolean not null
);

-- One row; locked by every transaction that publishes, so that numbers grow in the order of commits.
create table publication_counter (
    id integer not null primary key,
    last_number bigint not null
);
insert into publication_counter (id, last_number) values (1, 0);

-- The journal. No foreign key to the API: it outlives it.
create table revision (
    id bigint generated by default as identity primary key,
    api_id varchar(63) not null,
    revision_number bigint not null,
    account_id varchar(12) not null,
    region varchar(63) not null,
    operation varchar(60) not null,
    access_key_id varchar not null,
    created_date timestamp(3) with time zone not null
);
create index revision_api on revision (api_id, revision_number);

create table revision_change (
    id bigint generated by default as identity primary key,
    revision_id bigint not null references revision (id) on delete cascade,
    noun varchar(40) not null,
    noun_key varchar not null,
    before_document text,
    after_document text
);
create index revision_change_revision on revision_change (revision_id);
