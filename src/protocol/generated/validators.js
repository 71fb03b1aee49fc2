// Generated from schemas/ by `npm run generate`. Do not edit.
import ucs2lengthModule from "ajv/dist/runtime/ucs2length.js";
import equalModule from "ajv/dist/runtime/equal.js";

export const validatePaymentNeeded = validate20;
const schema31 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://openact.example/schemas/1/a402/payment-needed.json","title":"PaymentNeeded","description":"Payment-Needed: what one request costs. Without a quote it says how to be given one.","type":"object","additionalProperties":false,"required":["protocol","method"],"properties":{"protocol":{"type":"object","additionalProperties":false,"required":["method_id","amount","currency","resource_id","seller_unique_id"],"properties":{"method_id":{"$ref":"../common.json#/$defs/urn"},"out_trade_no":{"$ref":"../common.json#/$defs/id"},"amount":{"$ref":"../common.json#/$defs/amount"},"currency":{"$ref":"../common.json#/$defs/currency"},"resource_id":{"$ref":"../common.json#/$defs/digest","description":"Fingerprint of the request: digest of {method, uri, body_digest}."},"pay_before":{"$ref":"../common.json#/$defs/utc_time"},"seller_unique_id":{"$ref":"../common.json#/$defs/did"},"buyer_unique_id":{"$ref":"../common.json#/$defs/did"}}},"method":{"type":"object","additionalProperties":false,"required":[],"properties":{"quote":{"$ref":"../common.json#/$defs/compact_jws","description":"act-quote+jwt whose header names the certificate by x5t#S256."},"psp_id":{"$ref":"../common.json#/$defs/did"},"buyer_header":{"const":"Act-Agent"}}}},"if":{"properties":{"method":{"required":["quote"]}}},"then":{"properties":{"protocol":{"required":["out_trade_no","pay_before","buyer_unique_id"]}}},"else":{"properties":{"method":{"required":["buyer_header"]}}}};
const schema33 = {"description":"A name in the urn:act namespace.","type":"string","pattern":"^urn:act:[A-Za-z0-9._:-]{1,120}$"};
const schema34 = {"description":"An identifier in printable ASCII, compared byte by byte.","type":"string","pattern":"^[A-Za-z0-9._:~-]{1,128}$"};
const schema35 = {"description":"An amount as a decimal string, in major units.","type":"string","pattern":"^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"};
const schema36 = {"description":"ISO 4217 code.","type":"string","pattern":"^[A-Z]{3}$"};
const schema37 = {"description":"base64url of a SHA-256 value, 43 characters.","type":"string","pattern":"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"};
const schema38 = {"description":"ISO 8601 UTC in whole seconds, with Z.","type":"string","pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"};
const schema39 = {"description":"An ACT identifier, compared byte by byte.","type":"string","pattern":"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"};
const schema41 = {"description":"A compact JWS.","type":"string","maxLength":16384,"pattern":"^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"};
const pattern4 = new RegExp("^urn:act:[A-Za-z0-9._:-]{1,120}$", "u");
const pattern5 = new RegExp("^[A-Za-z0-9._:~-]{1,128}$", "u");
const pattern6 = new RegExp("^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$", "u");
const pattern7 = new RegExp("^[A-Z]{3}$", "u");
const pattern8 = new RegExp("^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$", "u");
const pattern9 = new RegExp("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$", "u");
const pattern10 = new RegExp("^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$", "u");
const pattern12 = new RegExp("^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$", "u");
const func1 = ((count) => (text) => (/[\ud800-\udfff]/.test(text) ? count(text) : text.length))(ucs2lengthModule.default ?? ucs2lengthModule);

function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://openact.example/schemas/1/a402/payment-needed.json" */;
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = true;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.method !== undefined){
let data0 = data.method;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
let missing0;
if((data0.quote === undefined) && (missing0 = "quote")){
const err0 = {};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
}
}
var _valid0 = _errs2 === errors;
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
let ifClause0;
if(_valid0){
const _errs4 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.protocol !== undefined){
let data1 = data.protocol;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
let missing1;
if((((data1.out_trade_no === undefined) && (missing1 = "out_trade_no")) || ((data1.pay_before === undefined) && (missing1 = "pay_before"))) || ((data1.buyer_unique_id === undefined) && (missing1 = "buyer_unique_id"))){
validate20.errors = [{instancePath:instancePath+"/protocol",schemaPath:"#/then/properties/protocol/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
}
}
}
var _valid0 = _errs4 === errors;
valid0 = _valid0;
ifClause0 = "then";
}
else {
const _errs6 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.method !== undefined){
let data2 = data.method;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
let missing2;
if((data2.buyer_header === undefined) && (missing2 = "buyer_header")){
validate20.errors = [{instancePath:instancePath+"/method",schemaPath:"#/else/properties/method/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"}];
return false;
}
}
}
}
var _valid0 = _errs6 === errors;
valid0 = _valid0;
ifClause0 = "else";
}
if(!valid0){
const err1 = {instancePath,schemaPath:"#/if",keyword:"if",params:{failingKeyword: ifClause0},message:"must match \""+ifClause0+"\" schema"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
validate20.errors = vErrors;
return false;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing3;
if(((data.protocol === undefined) && (missing3 = "protocol")) || ((data.method === undefined) && (missing3 = "method"))){
validate20.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing3},message:"must have required property '"+missing3+"'"}];
return false;
}
else {
const _errs8 = errors;
for(const key0 in data){
if(!((key0 === "protocol") || (key0 === "method"))){
validate20.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs8 === errors){
if(data.protocol !== undefined){
let data3 = data.protocol;
const _errs9 = errors;
if(errors === _errs9){
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
let missing4;
if((((((data3.method_id === undefined) && (missing4 = "method_id")) || ((data3.amount === undefined) && (missing4 = "amount"))) || ((data3.currency === undefined) && (missing4 = "currency"))) || ((data3.resource_id === undefined) && (missing4 = "resource_id"))) || ((data3.seller_unique_id === undefined) && (missing4 = "seller_unique_id"))){
validate20.errors = [{instancePath:instancePath+"/protocol",schemaPath:"#/properties/protocol/required",keyword:"required",params:{missingProperty: missing4},message:"must have required property '"+missing4+"'"}];
return false;
}
else {
const _errs11 = errors;
for(const key1 in data3){
if(!((((((((key1 === "method_id") || (key1 === "out_trade_no")) || (key1 === "amount")) || (key1 === "currency")) || (key1 === "resource_id")) || (key1 === "pay_before")) || (key1 === "seller_unique_id")) || (key1 === "buyer_unique_id"))){
validate20.errors = [{instancePath:instancePath+"/protocol",schemaPath:"#/properties/protocol/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs11 === errors){
if(data3.method_id !== undefined){
let data4 = data3.method_id;
const _errs12 = errors;
const _errs13 = errors;
if(errors === _errs13){
if(typeof data4 === "string"){
if(!pattern4.test(data4)){
validate20.errors = [{instancePath:instancePath+"/protocol/method_id",schemaPath:"../common.json#/$defs/urn/pattern",keyword:"pattern",params:{pattern: "^urn:act:[A-Za-z0-9._:-]{1,120}$"},message:"must match pattern \""+"^urn:act:[A-Za-z0-9._:-]{1,120}$"+"\""}];
return false;
}
}
else {
validate20.errors = [{instancePath:instancePath+"/protocol/method_id",schemaPath:"../common.json#/$defs/urn/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid5 = _errs12 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data3.out_trade_no !== undefined){
let data5 = data3.out_trade_no;
const _errs15 = errors;
const _errs16 = errors;
if(errors === _errs16){
if(typeof data5 === "string"){
if(!pattern5.test(data5)){
validate20.errors = [{instancePath:instancePath+"/protocol/out_trade_no",schemaPath:"../common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate20.errors = [{instancePath:instancePath+"/protocol/out_trade_no",schemaPath:"../common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid5 = _errs15 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data3.amount !== undefined){
let data6 = data3.amount;
const _errs18 = errors;
const _errs19 = errors;
if(errors === _errs19){
if(typeof data6 === "string"){
if(!pattern6.test(data6)){
validate20.errors = [{instancePath:instancePath+"/protocol/amount",schemaPath:"../common.json#/$defs/amount/pattern",keyword:"pattern",params:{pattern: "^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"},message:"must match pattern \""+"^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"+"\""}];
return false;
}
}
else {
validate20.errors = [{instancePath:instancePath+"/protocol/amount",schemaPath:"../common.json#/$defs/amount/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid5 = _errs18 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data3.currency !== undefined){
let data7 = data3.currency;
const _errs21 = errors;
const _errs22 = errors;
if(errors === _errs22){
if(typeof data7 === "string"){
if(!pattern7.test(data7)){
validate20.errors = [{instancePath:instancePath+"/protocol/currency",schemaPath:"../common.json#/$defs/currency/pattern",keyword:"pattern",params:{pattern: "^[A-Z]{3}$"},message:"must match pattern \""+"^[A-Z]{3}$"+"\""}];
return false;
}
}
else {
validate20.errors = [{instancePath:instancePath+"/protocol/currency",schemaPath:"../common.json#/$defs/currency/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid5 = _errs21 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data3.resource_id !== undefined){
let data8 = data3.resource_id;
const _errs24 = errors;
const _errs25 = errors;
if(errors === _errs25){
if(typeof data8 === "string"){
if(!pattern8.test(data8)){
validate20.errors = [{instancePath:instancePath+"/protocol/resource_id",schemaPath:"../common.json#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""}];
return false;
}
}
else {
validate20.errors = [{instancePath:instancePath+"/protocol/resource_id",schemaPath:"../common.json#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid5 = _errs24 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data3.pay_before !== undefined){
let data9 = data3.pay_before;
const _errs27 = errors;
const _errs28 = errors;
if(errors === _errs28){
if(typeof data9 === "string"){
if(!pattern9.test(data9)){
validate20.errors = [{instancePath:instancePath+"/protocol/pay_before",schemaPath:"../common.json#/$defs/utc_time/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"+"\""}];
return false;
}
}
else {
validate20.errors = [{instancePath:instancePath+"/protocol/pay_before",schemaPath:"../common.json#/$defs/utc_time/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid5 = _errs27 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data3.seller_unique_id !== undefined){
let data10 = data3.seller_unique_id;
const _errs30 = errors;
const _errs31 = errors;
if(errors === _errs31){
if(typeof data10 === "string"){
if(!pattern10.test(data10)){
validate20.errors = [{instancePath:instancePath+"/protocol/seller_unique_id",schemaPath:"../common.json#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate20.errors = [{instancePath:instancePath+"/protocol/seller_unique_id",schemaPath:"../common.json#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid5 = _errs30 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data3.buyer_unique_id !== undefined){
let data11 = data3.buyer_unique_id;
const _errs33 = errors;
const _errs34 = errors;
if(errors === _errs34){
if(typeof data11 === "string"){
if(!pattern10.test(data11)){
validate20.errors = [{instancePath:instancePath+"/protocol/buyer_unique_id",schemaPath:"../common.json#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate20.errors = [{instancePath:instancePath+"/protocol/buyer_unique_id",schemaPath:"../common.json#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid5 = _errs33 === errors;
}
else {
var valid5 = true;
}
}
}
}
}
}
}
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/protocol",schemaPath:"#/properties/protocol/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid4 = _errs9 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data.method !== undefined){
let data12 = data.method;
const _errs36 = errors;
if(errors === _errs36){
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
const _errs38 = errors;
for(const key2 in data12){
if(!(((key2 === "quote") || (key2 === "psp_id")) || (key2 === "buyer_header"))){
validate20.errors = [{instancePath:instancePath+"/method",schemaPath:"#/properties/method/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs38 === errors){
if(data12.quote !== undefined){
let data13 = data12.quote;
const _errs39 = errors;
const _errs40 = errors;
if(errors === _errs40){
if(typeof data13 === "string"){
if(func1(data13) > 16384){
validate20.errors = [{instancePath:instancePath+"/method/quote",schemaPath:"../common.json#/$defs/compact_jws/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters"}];
return false;
}
else {
if(!pattern12.test(data13)){
validate20.errors = [{instancePath:instancePath+"/method/quote",schemaPath:"../common.json#/$defs/compact_jws/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"+"\""}];
return false;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/method/quote",schemaPath:"../common.json#/$defs/compact_jws/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid14 = _errs39 === errors;
}
else {
var valid14 = true;
}
if(valid14){
if(data12.psp_id !== undefined){
let data14 = data12.psp_id;
const _errs42 = errors;
const _errs43 = errors;
if(errors === _errs43){
if(typeof data14 === "string"){
if(!pattern10.test(data14)){
validate20.errors = [{instancePath:instancePath+"/method/psp_id",schemaPath:"../common.json#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate20.errors = [{instancePath:instancePath+"/method/psp_id",schemaPath:"../common.json#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid14 = _errs42 === errors;
}
else {
var valid14 = true;
}
if(valid14){
if(data12.buyer_header !== undefined){
const _errs45 = errors;
if("Act-Agent" !== data12.buyer_header){
validate20.errors = [{instancePath:instancePath+"/method/buyer_header",schemaPath:"#/properties/method/properties/buyer_header/const",keyword:"const",params:{allowedValue: "Act-Agent"},message:"must be equal to constant"}];
return false;
}
var valid14 = _errs45 === errors;
}
else {
var valid14 = true;
}
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/method",schemaPath:"#/properties/method/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid4 = _errs36 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
else {
validate20.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate20.errors = vErrors;
return errors === 0;
}

export const validatePaymentProof = validate22;
const schema43 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://openact.example/schemas/1/a402/payment-proof.json","title":"PaymentProof","description":"Payment-Proof: what was paid, and that the sender is who paid.","type":"object","additionalProperties":false,"required":["protocol","method"],"properties":{"protocol":{"type":"object","additionalProperties":false,"required":["payment_proof","trade_no"],"properties":{"payment_proof":{"$ref":"../common.json#/$defs/compact_jws","description":"The act-receipt+jwt for the seller."},"trade_no":{"$ref":"../common.json#/$defs/id"}}},"method":{"type":"object","additionalProperties":false,"required":["holder_proof"],"properties":{"holder_proof":{"$ref":"../common.json#/$defs/compact_jws","description":"act-holder+jwt for this request."},"intent_id":{"$ref":"../common.json#/$defs/id","description":"The process that the purchase belongs to, for the seller's record."}}}}};

function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://openact.example/schemas/1/a402/payment-proof.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.protocol === undefined) && (missing0 = "protocol")) || ((data.method === undefined) && (missing0 = "method"))){
validate22.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "protocol") || (key0 === "method"))){
validate22.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.protocol !== undefined){
let data0 = data.protocol;
const _errs2 = errors;
if(errors === _errs2){
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
let missing1;
if(((data0.payment_proof === undefined) && (missing1 = "payment_proof")) || ((data0.trade_no === undefined) && (missing1 = "trade_no"))){
validate22.errors = [{instancePath:instancePath+"/protocol",schemaPath:"#/properties/protocol/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs4 = errors;
for(const key1 in data0){
if(!((key1 === "payment_proof") || (key1 === "trade_no"))){
validate22.errors = [{instancePath:instancePath+"/protocol",schemaPath:"#/properties/protocol/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs4 === errors){
if(data0.payment_proof !== undefined){
let data1 = data0.payment_proof;
const _errs5 = errors;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data1 === "string"){
if(func1(data1) > 16384){
validate22.errors = [{instancePath:instancePath+"/protocol/payment_proof",schemaPath:"../common.json#/$defs/compact_jws/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters"}];
return false;
}
else {
if(!pattern12.test(data1)){
validate22.errors = [{instancePath:instancePath+"/protocol/payment_proof",schemaPath:"../common.json#/$defs/compact_jws/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"+"\""}];
return false;
}
}
}
else {
validate22.errors = [{instancePath:instancePath+"/protocol/payment_proof",schemaPath:"../common.json#/$defs/compact_jws/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid1 = _errs5 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.trade_no !== undefined){
let data2 = data0.trade_no;
const _errs8 = errors;
const _errs9 = errors;
if(errors === _errs9){
if(typeof data2 === "string"){
if(!pattern5.test(data2)){
validate22.errors = [{instancePath:instancePath+"/protocol/trade_no",schemaPath:"../common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate22.errors = [{instancePath:instancePath+"/protocol/trade_no",schemaPath:"../common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid1 = _errs8 === errors;
}
else {
var valid1 = true;
}
}
}
}
}
else {
validate22.errors = [{instancePath:instancePath+"/protocol",schemaPath:"#/properties/protocol/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.method !== undefined){
let data3 = data.method;
const _errs11 = errors;
if(errors === _errs11){
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
let missing2;
if((data3.holder_proof === undefined) && (missing2 = "holder_proof")){
validate22.errors = [{instancePath:instancePath+"/method",schemaPath:"#/properties/method/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"}];
return false;
}
else {
const _errs13 = errors;
for(const key2 in data3){
if(!((key2 === "holder_proof") || (key2 === "intent_id"))){
validate22.errors = [{instancePath:instancePath+"/method",schemaPath:"#/properties/method/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs13 === errors){
if(data3.holder_proof !== undefined){
let data4 = data3.holder_proof;
const _errs14 = errors;
const _errs15 = errors;
if(errors === _errs15){
if(typeof data4 === "string"){
if(func1(data4) > 16384){
validate22.errors = [{instancePath:instancePath+"/method/holder_proof",schemaPath:"../common.json#/$defs/compact_jws/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters"}];
return false;
}
else {
if(!pattern12.test(data4)){
validate22.errors = [{instancePath:instancePath+"/method/holder_proof",schemaPath:"../common.json#/$defs/compact_jws/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"+"\""}];
return false;
}
}
}
else {
validate22.errors = [{instancePath:instancePath+"/method/holder_proof",schemaPath:"../common.json#/$defs/compact_jws/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid4 = _errs14 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data3.intent_id !== undefined){
let data5 = data3.intent_id;
const _errs17 = errors;
const _errs18 = errors;
if(errors === _errs18){
if(typeof data5 === "string"){
if(!pattern5.test(data5)){
validate22.errors = [{instancePath:instancePath+"/method/intent_id",schemaPath:"../common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate22.errors = [{instancePath:instancePath+"/method/intent_id",schemaPath:"../common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid4 = _errs17 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
else {
validate22.errors = [{instancePath:instancePath+"/method",schemaPath:"#/properties/method/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
validate22.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate22.errors = vErrors;
return errors === 0;
}

export const validatePaymentValidation = validate23;
const schema48 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://openact.example/schemas/1/a402/payment-validation.json","title":"PaymentValidation","description":"Payment-Validation: what became of the proof.","type":"object","additionalProperties":false,"required":["protocol","method"],"properties":{"protocol":{"type":"object","additionalProperties":false,"required":["status","resource_id"],"properties":{"status":{"type":"string","enum":["PAYMENT_VALIDATED","PAYMENT_REFUSED"]},"resource_id":{"$ref":"../common.json#/$defs/digest"},"trade_no":{"$ref":"../common.json#/$defs/id"},"out_trade_no":{"$ref":"../common.json#/$defs/id"}}},"method":{"type":"object","additionalProperties":false,"required":[],"properties":{"state":{"$ref":"../common.json#/$defs/trade_state"},"stored":{"type":"boolean","description":"The response of an earlier delivery."},"code":{"$ref":"../common.json#/$defs/code"},"requirement":{"$ref":"../common.json#/$defs/requirement"},"retryability":{"$ref":"../common.json#/$defs/retryability"}}}},"if":{"properties":{"protocol":{"properties":{"status":{"const":"PAYMENT_VALIDATED"}}}}},"then":{"properties":{"protocol":{"required":["trade_no","out_trade_no"]},"method":{"required":["state"]}}},"else":{"properties":{"method":{"required":["code","requirement","retryability"]}}}};
const schema52 = {"description":"A402 trade state.","type":"string","enum":["CREATE","WAIT_BUYER_PAY","WAIT_SELLER_FULFILLMENT","WAIT_BUYER_RECEIPT","TRADE_FINISHED","TRADE_CLOSED"]};
const schema53 = {"description":"A stable OpenACT code.","type":"string","pattern":"^[a-z0-9_]{3,64}$"};
const schema54 = {"description":"A requirement id of spec/requirements.yaml.","type":"string","pattern":"^[A-Z0-9]+(-[A-Z0-9]+)*-[0-9]{2,3}$"};
const schema55 = {"type":"string","enum":["never","after_correction","new_request","later","query_first"]};
const pattern21 = new RegExp("^[a-z0-9_]{3,64}$", "u");
const pattern22 = new RegExp("^[A-Z0-9]+(-[A-Z0-9]+)*-[0-9]{2,3}$", "u");

function validate23(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://openact.example/schemas/1/a402/payment-validation.json" */;
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = true;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.protocol !== undefined){
let data0 = data.protocol;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.status !== undefined){
if("PAYMENT_VALIDATED" !== data0.status){
const err0 = {};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
}
}
}
var _valid0 = _errs2 === errors;
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
let ifClause0;
if(_valid0){
const _errs5 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.protocol !== undefined){
let data2 = data.protocol;
const _errs6 = errors;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
let missing0;
if(((data2.trade_no === undefined) && (missing0 = "trade_no")) || ((data2.out_trade_no === undefined) && (missing0 = "out_trade_no"))){
validate23.errors = [{instancePath:instancePath+"/protocol",schemaPath:"#/then/properties/protocol/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
}
var valid3 = _errs6 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data.method !== undefined){
let data3 = data.method;
const _errs7 = errors;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
let missing1;
if((data3.state === undefined) && (missing1 = "state")){
validate23.errors = [{instancePath:instancePath+"/method",schemaPath:"#/then/properties/method/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
}
var valid3 = _errs7 === errors;
}
else {
var valid3 = true;
}
}
}
var _valid0 = _errs5 === errors;
valid0 = _valid0;
ifClause0 = "then";
}
else {
const _errs8 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.method !== undefined){
let data4 = data.method;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
let missing2;
if((((data4.code === undefined) && (missing2 = "code")) || ((data4.requirement === undefined) && (missing2 = "requirement"))) || ((data4.retryability === undefined) && (missing2 = "retryability"))){
validate23.errors = [{instancePath:instancePath+"/method",schemaPath:"#/else/properties/method/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"}];
return false;
}
}
}
}
var _valid0 = _errs8 === errors;
valid0 = _valid0;
ifClause0 = "else";
}
if(!valid0){
const err1 = {instancePath,schemaPath:"#/if",keyword:"if",params:{failingKeyword: ifClause0},message:"must match \""+ifClause0+"\" schema"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
validate23.errors = vErrors;
return false;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing3;
if(((data.protocol === undefined) && (missing3 = "protocol")) || ((data.method === undefined) && (missing3 = "method"))){
validate23.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing3},message:"must have required property '"+missing3+"'"}];
return false;
}
else {
const _errs10 = errors;
for(const key0 in data){
if(!((key0 === "protocol") || (key0 === "method"))){
validate23.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs10 === errors){
if(data.protocol !== undefined){
let data5 = data.protocol;
const _errs11 = errors;
if(errors === _errs11){
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
let missing4;
if(((data5.status === undefined) && (missing4 = "status")) || ((data5.resource_id === undefined) && (missing4 = "resource_id"))){
validate23.errors = [{instancePath:instancePath+"/protocol",schemaPath:"#/properties/protocol/required",keyword:"required",params:{missingProperty: missing4},message:"must have required property '"+missing4+"'"}];
return false;
}
else {
const _errs13 = errors;
for(const key1 in data5){
if(!((((key1 === "status") || (key1 === "resource_id")) || (key1 === "trade_no")) || (key1 === "out_trade_no"))){
validate23.errors = [{instancePath:instancePath+"/protocol",schemaPath:"#/properties/protocol/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs13 === errors){
if(data5.status !== undefined){
let data6 = data5.status;
const _errs14 = errors;
if(typeof data6 !== "string"){
validate23.errors = [{instancePath:instancePath+"/protocol/status",schemaPath:"#/properties/protocol/properties/status/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!((data6 === "PAYMENT_VALIDATED") || (data6 === "PAYMENT_REFUSED"))){
validate23.errors = [{instancePath:instancePath+"/protocol/status",schemaPath:"#/properties/protocol/properties/status/enum",keyword:"enum",params:{allowedValues: schema48.properties.protocol.properties.status.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid6 = _errs14 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data5.resource_id !== undefined){
let data7 = data5.resource_id;
const _errs16 = errors;
const _errs17 = errors;
if(errors === _errs17){
if(typeof data7 === "string"){
if(!pattern8.test(data7)){
validate23.errors = [{instancePath:instancePath+"/protocol/resource_id",schemaPath:"../common.json#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""}];
return false;
}
}
else {
validate23.errors = [{instancePath:instancePath+"/protocol/resource_id",schemaPath:"../common.json#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid6 = _errs16 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data5.trade_no !== undefined){
let data8 = data5.trade_no;
const _errs19 = errors;
const _errs20 = errors;
if(errors === _errs20){
if(typeof data8 === "string"){
if(!pattern5.test(data8)){
validate23.errors = [{instancePath:instancePath+"/protocol/trade_no",schemaPath:"../common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate23.errors = [{instancePath:instancePath+"/protocol/trade_no",schemaPath:"../common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid6 = _errs19 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data5.out_trade_no !== undefined){
let data9 = data5.out_trade_no;
const _errs22 = errors;
const _errs23 = errors;
if(errors === _errs23){
if(typeof data9 === "string"){
if(!pattern5.test(data9)){
validate23.errors = [{instancePath:instancePath+"/protocol/out_trade_no",schemaPath:"../common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate23.errors = [{instancePath:instancePath+"/protocol/out_trade_no",schemaPath:"../common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid6 = _errs22 === errors;
}
else {
var valid6 = true;
}
}
}
}
}
}
}
else {
validate23.errors = [{instancePath:instancePath+"/protocol",schemaPath:"#/properties/protocol/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid5 = _errs11 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data.method !== undefined){
let data10 = data.method;
const _errs25 = errors;
if(errors === _errs25){
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
const _errs27 = errors;
for(const key2 in data10){
if(!(((((key2 === "state") || (key2 === "stored")) || (key2 === "code")) || (key2 === "requirement")) || (key2 === "retryability"))){
validate23.errors = [{instancePath:instancePath+"/method",schemaPath:"#/properties/method/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs27 === errors){
if(data10.state !== undefined){
let data11 = data10.state;
const _errs28 = errors;
if(typeof data11 !== "string"){
validate23.errors = [{instancePath:instancePath+"/method/state",schemaPath:"../common.json#/$defs/trade_state/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!((((((data11 === "CREATE") || (data11 === "WAIT_BUYER_PAY")) || (data11 === "WAIT_SELLER_FULFILLMENT")) || (data11 === "WAIT_BUYER_RECEIPT")) || (data11 === "TRADE_FINISHED")) || (data11 === "TRADE_CLOSED"))){
validate23.errors = [{instancePath:instancePath+"/method/state",schemaPath:"../common.json#/$defs/trade_state/enum",keyword:"enum",params:{allowedValues: schema52.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid10 = _errs28 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data10.stored !== undefined){
const _errs31 = errors;
if(typeof data10.stored !== "boolean"){
validate23.errors = [{instancePath:instancePath+"/method/stored",schemaPath:"#/properties/method/properties/stored/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"}];
return false;
}
var valid10 = _errs31 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data10.code !== undefined){
let data13 = data10.code;
const _errs33 = errors;
const _errs34 = errors;
if(errors === _errs34){
if(typeof data13 === "string"){
if(!pattern21.test(data13)){
validate23.errors = [{instancePath:instancePath+"/method/code",schemaPath:"../common.json#/$defs/code/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9_]{3,64}$"},message:"must match pattern \""+"^[a-z0-9_]{3,64}$"+"\""}];
return false;
}
}
else {
validate23.errors = [{instancePath:instancePath+"/method/code",schemaPath:"../common.json#/$defs/code/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid10 = _errs33 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data10.requirement !== undefined){
let data14 = data10.requirement;
const _errs36 = errors;
const _errs37 = errors;
if(errors === _errs37){
if(typeof data14 === "string"){
if(!pattern22.test(data14)){
validate23.errors = [{instancePath:instancePath+"/method/requirement",schemaPath:"../common.json#/$defs/requirement/pattern",keyword:"pattern",params:{pattern: "^[A-Z0-9]+(-[A-Z0-9]+)*-[0-9]{2,3}$"},message:"must match pattern \""+"^[A-Z0-9]+(-[A-Z0-9]+)*-[0-9]{2,3}$"+"\""}];
return false;
}
}
else {
validate23.errors = [{instancePath:instancePath+"/method/requirement",schemaPath:"../common.json#/$defs/requirement/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid10 = _errs36 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data10.retryability !== undefined){
let data15 = data10.retryability;
const _errs39 = errors;
if(typeof data15 !== "string"){
validate23.errors = [{instancePath:instancePath+"/method/retryability",schemaPath:"../common.json#/$defs/retryability/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!(((((data15 === "never") || (data15 === "after_correction")) || (data15 === "new_request")) || (data15 === "later")) || (data15 === "query_first"))){
validate23.errors = [{instancePath:instancePath+"/method/retryability",schemaPath:"../common.json#/$defs/retryability/enum",keyword:"enum",params:{allowedValues: schema55.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid10 = _errs39 === errors;
}
else {
var valid10 = true;
}
}
}
}
}
}
}
else {
validate23.errors = [{instancePath:instancePath+"/method",schemaPath:"#/properties/method/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid5 = _errs25 === errors;
}
else {
var valid5 = true;
}
}
}
}
}
else {
validate23.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate23.errors = vErrors;
return errors === 0;
}

export const validateAgentAttestationClaims = validate24;
const schema56 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://openact.example/schemas/1/agent-attestation.json","title":"AgentAttestationClaims","description":"Claims of act-agent+jwt: an agent provider states which key is an agent's.","type":"object","additionalProperties":false,"required":["iss","jti","iat","exp","sub","cnf"],"properties":{"iss":{"$ref":"common.json#/$defs/did"},"jti":{"$ref":"common.json#/$defs/id"},"iat":{"$ref":"common.json#/$defs/numeric_date"},"exp":{"$ref":"common.json#/$defs/numeric_date"},"sub":{"$ref":"common.json#/$defs/did","description":"The agent_id."},"cnf":{"type":"object","additionalProperties":false,"required":["jwk"],"properties":{"jwk":{"$ref":"common.json#/$defs/public_jwk"}}},"agent_version":{"type":"string","minLength":1,"maxLength":64},"agent_version_digest":{"$ref":"common.json#/$defs/digest","description":"Of the build that the provider released under this version."}}};
const schema59 = {"description":"Seconds since 1970-01-01T00:00:00Z, an integer.","type":"integer","minimum":0,"maximum":253402300799};
const schema62 = {"description":"A public key: P-256 or Ed25519.","oneOf":[{"type":"object","additionalProperties":false,"required":["kty","crv","x","y"],"properties":{"kty":{"const":"EC"},"crv":{"const":"P-256"},"x":{"$ref":"#/$defs/digest"},"y":{"$ref":"#/$defs/digest"}}},{"type":"object","additionalProperties":false,"required":["kty","crv","x"],"properties":{"kty":{"const":"OKP"},"crv":{"const":"Ed25519"},"x":{"$ref":"#/$defs/digest"}}}]};

function validate25(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs0 = errors;
let valid0 = false;
let passing0 = null;
const _errs1 = errors;
if(errors === _errs1){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.kty === undefined) && (missing0 = "kty")) || ((data.crv === undefined) && (missing0 = "crv"))) || ((data.x === undefined) && (missing0 = "x"))) || ((data.y === undefined) && (missing0 = "y"))){
const err0 = {instancePath,schemaPath:"#/oneOf/0/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
const _errs3 = errors;
for(const key0 in data){
if(!((((key0 === "kty") || (key0 === "crv")) || (key0 === "x")) || (key0 === "y"))){
const err1 = {instancePath,schemaPath:"#/oneOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
break;
}
}
if(_errs3 === errors){
if(data.kty !== undefined){
const _errs4 = errors;
if("EC" !== data.kty){
const err2 = {instancePath:instancePath+"/kty",schemaPath:"#/oneOf/0/properties/kty/const",keyword:"const",params:{allowedValue: "EC"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var valid1 = _errs4 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.crv !== undefined){
const _errs5 = errors;
if("P-256" !== data.crv){
const err3 = {instancePath:instancePath+"/crv",schemaPath:"#/oneOf/0/properties/crv/const",keyword:"const",params:{allowedValue: "P-256"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
var valid1 = _errs5 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.x !== undefined){
let data2 = data.x;
const _errs6 = errors;
const _errs7 = errors;
if(errors === _errs7){
if(typeof data2 === "string"){
if(!pattern8.test(data2)){
const err4 = {instancePath:instancePath+"/x",schemaPath:"#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/x",schemaPath:"#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
var valid1 = _errs6 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.y !== undefined){
let data3 = data.y;
const _errs9 = errors;
const _errs10 = errors;
if(errors === _errs10){
if(typeof data3 === "string"){
if(!pattern8.test(data3)){
const err6 = {instancePath:instancePath+"/y",schemaPath:"#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/y",schemaPath:"#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
var valid1 = _errs9 === errors;
}
else {
var valid1 = true;
}
}
}
}
}
}
}
else {
const err8 = {instancePath,schemaPath:"#/oneOf/0/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
var _valid0 = _errs1 === errors;
if(_valid0){
valid0 = true;
passing0 = 0;
}
const _errs12 = errors;
if(errors === _errs12){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if((((data.kty === undefined) && (missing1 = "kty")) || ((data.crv === undefined) && (missing1 = "crv"))) || ((data.x === undefined) && (missing1 = "x"))){
const err9 = {instancePath,schemaPath:"#/oneOf/1/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
else {
const _errs14 = errors;
for(const key1 in data){
if(!(((key1 === "kty") || (key1 === "crv")) || (key1 === "x"))){
const err10 = {instancePath,schemaPath:"#/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
break;
}
}
if(_errs14 === errors){
if(data.kty !== undefined){
const _errs15 = errors;
if("OKP" !== data.kty){
const err11 = {instancePath:instancePath+"/kty",schemaPath:"#/oneOf/1/properties/kty/const",keyword:"const",params:{allowedValue: "OKP"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
var valid4 = _errs15 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data.crv !== undefined){
const _errs16 = errors;
if("Ed25519" !== data.crv){
const err12 = {instancePath:instancePath+"/crv",schemaPath:"#/oneOf/1/properties/crv/const",keyword:"const",params:{allowedValue: "Ed25519"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
var valid4 = _errs16 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data.x !== undefined){
let data6 = data.x;
const _errs17 = errors;
const _errs18 = errors;
if(errors === _errs18){
if(typeof data6 === "string"){
if(!pattern8.test(data6)){
const err13 = {instancePath:instancePath+"/x",schemaPath:"#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/x",schemaPath:"#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
var valid4 = _errs17 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
}
else {
const err15 = {instancePath,schemaPath:"#/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
var _valid0 = _errs12 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid0 = true;
passing0 = 1;
}
}
if(!valid0){
const err16 = {instancePath,schemaPath:"#/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
validate25.errors = vErrors;
return false;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
validate25.errors = vErrors;
return errors === 0;
}


function validate24(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://openact.example/schemas/1/agent-attestation.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((data.iss === undefined) && (missing0 = "iss")) || ((data.jti === undefined) && (missing0 = "jti"))) || ((data.iat === undefined) && (missing0 = "iat"))) || ((data.exp === undefined) && (missing0 = "exp"))) || ((data.sub === undefined) && (missing0 = "sub"))) || ((data.cnf === undefined) && (missing0 = "cnf"))){
validate24.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((((((key0 === "iss") || (key0 === "jti")) || (key0 === "iat")) || (key0 === "exp")) || (key0 === "sub")) || (key0 === "cnf")) || (key0 === "agent_version")) || (key0 === "agent_version_digest"))){
validate24.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.iss !== undefined){
let data0 = data.iss;
const _errs2 = errors;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data0 === "string"){
if(!pattern10.test(data0)){
validate24.errors = [{instancePath:instancePath+"/iss",schemaPath:"common.json#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate24.errors = [{instancePath:instancePath+"/iss",schemaPath:"common.json#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.jti !== undefined){
let data1 = data.jti;
const _errs5 = errors;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data1 === "string"){
if(!pattern5.test(data1)){
validate24.errors = [{instancePath:instancePath+"/jti",schemaPath:"common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate24.errors = [{instancePath:instancePath+"/jti",schemaPath:"common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.iat !== undefined){
let data2 = data.iat;
const _errs8 = errors;
const _errs9 = errors;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
validate24.errors = [{instancePath:instancePath+"/iat",schemaPath:"common.json#/$defs/numeric_date/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs9){
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 253402300799 || isNaN(data2)){
validate24.errors = [{instancePath:instancePath+"/iat",schemaPath:"common.json#/$defs/numeric_date/maximum",keyword:"maximum",params:{comparison: "<=", limit: 253402300799},message:"must be <= 253402300799"}];
return false;
}
else {
if(data2 < 0 || isNaN(data2)){
validate24.errors = [{instancePath:instancePath+"/iat",schemaPath:"common.json#/$defs/numeric_date/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.exp !== undefined){
let data3 = data.exp;
const _errs11 = errors;
const _errs12 = errors;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
validate24.errors = [{instancePath:instancePath+"/exp",schemaPath:"common.json#/$defs/numeric_date/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs12){
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 253402300799 || isNaN(data3)){
validate24.errors = [{instancePath:instancePath+"/exp",schemaPath:"common.json#/$defs/numeric_date/maximum",keyword:"maximum",params:{comparison: "<=", limit: 253402300799},message:"must be <= 253402300799"}];
return false;
}
else {
if(data3 < 0 || isNaN(data3)){
validate24.errors = [{instancePath:instancePath+"/exp",schemaPath:"common.json#/$defs/numeric_date/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sub !== undefined){
let data4 = data.sub;
const _errs14 = errors;
const _errs15 = errors;
if(errors === _errs15){
if(typeof data4 === "string"){
if(!pattern10.test(data4)){
validate24.errors = [{instancePath:instancePath+"/sub",schemaPath:"common.json#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate24.errors = [{instancePath:instancePath+"/sub",schemaPath:"common.json#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.cnf !== undefined){
let data5 = data.cnf;
const _errs17 = errors;
if(errors === _errs17){
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
let missing1;
if((data5.jwk === undefined) && (missing1 = "jwk")){
validate24.errors = [{instancePath:instancePath+"/cnf",schemaPath:"#/properties/cnf/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs19 = errors;
for(const key1 in data5){
if(!(key1 === "jwk")){
validate24.errors = [{instancePath:instancePath+"/cnf",schemaPath:"#/properties/cnf/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs19 === errors){
if(data5.jwk !== undefined){
if(!(validate25(data5.jwk, {instancePath:instancePath+"/cnf/jwk",parentData:data5,parentDataProperty:"jwk",rootData}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
}
}
}
}
else {
validate24.errors = [{instancePath:instancePath+"/cnf",schemaPath:"#/properties/cnf/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.agent_version !== undefined){
let data7 = data.agent_version;
const _errs21 = errors;
if(errors === _errs21){
if(typeof data7 === "string"){
if(func1(data7) > 64){
validate24.errors = [{instancePath:instancePath+"/agent_version",schemaPath:"#/properties/agent_version/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"}];
return false;
}
else {
if(func1(data7) < 1){
validate24.errors = [{instancePath:instancePath+"/agent_version",schemaPath:"#/properties/agent_version/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate24.errors = [{instancePath:instancePath+"/agent_version",schemaPath:"#/properties/agent_version/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs21 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.agent_version_digest !== undefined){
let data8 = data.agent_version_digest;
const _errs23 = errors;
const _errs24 = errors;
if(errors === _errs24){
if(typeof data8 === "string"){
if(!pattern8.test(data8)){
validate24.errors = [{instancePath:instancePath+"/agent_version_digest",schemaPath:"common.json#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""}];
return false;
}
}
else {
validate24.errors = [{instancePath:instancePath+"/agent_version_digest",schemaPath:"common.json#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs23 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
else {
validate24.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate24.errors = vErrors;
return errors === 0;
}

export const validateAnchorClaims = validate27;
const schema67 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://openact.example/schemas/1/anchor.json","title":"AnchorClaims","description":"Claims of act-anchor+jwt: what the log keeps of an attestation record (TSD-ATT-OCA). iss is the submitter.","type":"object","additionalProperties":false,"required":["iss","iat","record_id","version","event_type","event_time","intent_id","payload_hash","hash_algorithm","privacy_channel"],"properties":{"iss":{"$ref":"common.json#/$defs/did","description":"Who submits the anchor."},"iat":{"$ref":"common.json#/$defs/numeric_date","description":"When it was signed to be submitted."},"record_id":{"$ref":"common.json#/$defs/id"},"version":{"type":"string","enum":["1"],"description":"Of the structure of the record."},"event_type":{"$ref":"common.json#/$defs/event_type"},"event_time":{"$ref":"common.json#/$defs/utc_time"},"intent_id":{"$ref":"common.json#/$defs/id"},"delegation_id":{"$ref":"common.json#/$defs/id"},"order_no":{"$ref":"common.json#/$defs/id"},"trade_no":{"$ref":"common.json#/$defs/id"},"payload_hash":{"$ref":"common.json#/$defs/digest"},"hash_algorithm":{"$ref":"common.json#/$defs/hash_algorithm"},"privacy_channel":{"type":"string","pattern":"^[A-Za-z0-9_-]{22,64}$","description":"base64url of at least 16 random bytes: who knows it may read what was anchored under it."},"ext":{"description":"Changes nothing of the rest, and holds nothing that names a person or says what was bought.","type":"object","maxProperties":16,"propertyNames":{"pattern":"^[a-z][a-z0-9_]{0,63}$"},"additionalProperties":{"$ref":"common.json#/$defs/digest"}}},"allOf":[{"if":{"properties":{"event_type":{"pattern":"^act:delegation:delegation-"}}},"then":{"required":["delegation_id"]}},{"if":{"properties":{"event_type":{"enum":["act:commerce:cart-confirmed","act:payment:transaction-completed","act:commerce:fulfillment-completed"]}}},"then":{"required":["order_no"]}},{"if":{"properties":{"event_type":{"pattern":"^act:payment:"}}},"then":{"required":["trade_no"]}}]};
const schema71 = {"description":"The registered event types (TSD-ATT-EVT).","type":"string","enum":["act:delegation:intent-created","act:delegation:delegation-issued","act:delegation:delegation-suspended","act:delegation:delegation-resumed","act:delegation:delegation-revoked","act:delegation:delegation-expired","act:commerce:decision-logged","act:commerce:cart-confirmed","act:payment:transaction-completed","act:commerce:fulfillment-completed"]};
const schema78 = {"description":"SHA-256, or SM3 (GB/T 32905).","type":"string","enum":["SHA-256","SM3"]};
const pattern30 = new RegExp("^act:delegation:delegation-", "u");
const pattern31 = new RegExp("^act:payment:", "u");
const pattern40 = new RegExp("^[A-Za-z0-9_-]{22,64}$", "u");
const pattern41 = new RegExp("^[a-z][a-z0-9_]{0,63}$", "u");
const func6 = Object.prototype.hasOwnProperty;

function validate27(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://openact.example/schemas/1/anchor.json" */;
let vErrors = null;
let errors = 0;
const _errs1 = errors;
const _errs2 = errors;
let valid1 = true;
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.event_type !== undefined){
let data0 = data.event_type;
if(typeof data0 === "string"){
if(!pattern30.test(data0)){
const err0 = {};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
}
}
var _valid0 = _errs3 === errors;
errors = _errs2;
if(vErrors !== null){
if(_errs2){
vErrors.length = _errs2;
}
else {
vErrors = null;
}
}
if(_valid0){
const _errs5 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.delegation_id === undefined) && (missing0 = "delegation_id")){
validate27.errors = [{instancePath,schemaPath:"#/allOf/0/then/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
}
var _valid0 = _errs5 === errors;
valid1 = _valid0;
}
if(!valid1){
const err1 = {instancePath,schemaPath:"#/allOf/0/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
validate27.errors = vErrors;
return false;
}
var valid0 = _errs1 === errors;
if(valid0){
const _errs6 = errors;
const _errs7 = errors;
let valid3 = true;
const _errs8 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.event_type !== undefined){
let data1 = data.event_type;
if(!(((data1 === "act:commerce:cart-confirmed") || (data1 === "act:payment:transaction-completed")) || (data1 === "act:commerce:fulfillment-completed"))){
const err2 = {};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
var _valid1 = _errs8 === errors;
errors = _errs7;
if(vErrors !== null){
if(_errs7){
vErrors.length = _errs7;
}
else {
vErrors = null;
}
}
if(_valid1){
const _errs10 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if((data.order_no === undefined) && (missing1 = "order_no")){
validate27.errors = [{instancePath,schemaPath:"#/allOf/1/then/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
}
var _valid1 = _errs10 === errors;
valid3 = _valid1;
}
if(!valid3){
const err3 = {instancePath,schemaPath:"#/allOf/1/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
validate27.errors = vErrors;
return false;
}
var valid0 = _errs6 === errors;
if(valid0){
const _errs11 = errors;
const _errs12 = errors;
let valid5 = true;
const _errs13 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.event_type !== undefined){
let data2 = data.event_type;
if(typeof data2 === "string"){
if(!pattern31.test(data2)){
const err4 = {};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
}
var _valid2 = _errs13 === errors;
errors = _errs12;
if(vErrors !== null){
if(_errs12){
vErrors.length = _errs12;
}
else {
vErrors = null;
}
}
if(_valid2){
const _errs15 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing2;
if((data.trade_no === undefined) && (missing2 = "trade_no")){
validate27.errors = [{instancePath,schemaPath:"#/allOf/2/then/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"}];
return false;
}
}
var _valid2 = _errs15 === errors;
valid5 = _valid2;
}
if(!valid5){
const err5 = {instancePath,schemaPath:"#/allOf/2/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
validate27.errors = vErrors;
return false;
}
var valid0 = _errs11 === errors;
}
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing3;
if(((((((((((data.iss === undefined) && (missing3 = "iss")) || ((data.iat === undefined) && (missing3 = "iat"))) || ((data.record_id === undefined) && (missing3 = "record_id"))) || ((data.version === undefined) && (missing3 = "version"))) || ((data.event_type === undefined) && (missing3 = "event_type"))) || ((data.event_time === undefined) && (missing3 = "event_time"))) || ((data.intent_id === undefined) && (missing3 = "intent_id"))) || ((data.payload_hash === undefined) && (missing3 = "payload_hash"))) || ((data.hash_algorithm === undefined) && (missing3 = "hash_algorithm"))) || ((data.privacy_channel === undefined) && (missing3 = "privacy_channel"))){
validate27.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing3},message:"must have required property '"+missing3+"'"}];
return false;
}
else {
const _errs16 = errors;
for(const key0 in data){
if(!(func6.call(schema67.properties, key0))){
validate27.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs16 === errors){
if(data.iss !== undefined){
let data3 = data.iss;
const _errs17 = errors;
const _errs18 = errors;
if(errors === _errs18){
if(typeof data3 === "string"){
if(!pattern10.test(data3)){
validate27.errors = [{instancePath:instancePath+"/iss",schemaPath:"common.json#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate27.errors = [{instancePath:instancePath+"/iss",schemaPath:"common.json#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid7 = _errs17 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data.iat !== undefined){
let data4 = data.iat;
const _errs20 = errors;
const _errs21 = errors;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
validate27.errors = [{instancePath:instancePath+"/iat",schemaPath:"common.json#/$defs/numeric_date/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs21){
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 253402300799 || isNaN(data4)){
validate27.errors = [{instancePath:instancePath+"/iat",schemaPath:"common.json#/$defs/numeric_date/maximum",keyword:"maximum",params:{comparison: "<=", limit: 253402300799},message:"must be <= 253402300799"}];
return false;
}
else {
if(data4 < 0 || isNaN(data4)){
validate27.errors = [{instancePath:instancePath+"/iat",schemaPath:"common.json#/$defs/numeric_date/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
}
var valid7 = _errs20 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data.record_id !== undefined){
let data5 = data.record_id;
const _errs23 = errors;
const _errs24 = errors;
if(errors === _errs24){
if(typeof data5 === "string"){
if(!pattern5.test(data5)){
validate27.errors = [{instancePath:instancePath+"/record_id",schemaPath:"common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate27.errors = [{instancePath:instancePath+"/record_id",schemaPath:"common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid7 = _errs23 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data.version !== undefined){
let data6 = data.version;
const _errs26 = errors;
if(typeof data6 !== "string"){
validate27.errors = [{instancePath:instancePath+"/version",schemaPath:"#/properties/version/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!(data6 === "1")){
validate27.errors = [{instancePath:instancePath+"/version",schemaPath:"#/properties/version/enum",keyword:"enum",params:{allowedValues: schema67.properties.version.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid7 = _errs26 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data.event_type !== undefined){
let data7 = data.event_type;
const _errs28 = errors;
if(typeof data7 !== "string"){
validate27.errors = [{instancePath:instancePath+"/event_type",schemaPath:"common.json#/$defs/event_type/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!((((((((((data7 === "act:delegation:intent-created") || (data7 === "act:delegation:delegation-issued")) || (data7 === "act:delegation:delegation-suspended")) || (data7 === "act:delegation:delegation-resumed")) || (data7 === "act:delegation:delegation-revoked")) || (data7 === "act:delegation:delegation-expired")) || (data7 === "act:commerce:decision-logged")) || (data7 === "act:commerce:cart-confirmed")) || (data7 === "act:payment:transaction-completed")) || (data7 === "act:commerce:fulfillment-completed"))){
validate27.errors = [{instancePath:instancePath+"/event_type",schemaPath:"common.json#/$defs/event_type/enum",keyword:"enum",params:{allowedValues: schema71.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid7 = _errs28 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data.event_time !== undefined){
let data8 = data.event_time;
const _errs31 = errors;
const _errs32 = errors;
if(errors === _errs32){
if(typeof data8 === "string"){
if(!pattern9.test(data8)){
validate27.errors = [{instancePath:instancePath+"/event_time",schemaPath:"common.json#/$defs/utc_time/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"+"\""}];
return false;
}
}
else {
validate27.errors = [{instancePath:instancePath+"/event_time",schemaPath:"common.json#/$defs/utc_time/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid7 = _errs31 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data.intent_id !== undefined){
let data9 = data.intent_id;
const _errs34 = errors;
const _errs35 = errors;
if(errors === _errs35){
if(typeof data9 === "string"){
if(!pattern5.test(data9)){
validate27.errors = [{instancePath:instancePath+"/intent_id",schemaPath:"common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate27.errors = [{instancePath:instancePath+"/intent_id",schemaPath:"common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid7 = _errs34 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data.delegation_id !== undefined){
let data10 = data.delegation_id;
const _errs37 = errors;
const _errs38 = errors;
if(errors === _errs38){
if(typeof data10 === "string"){
if(!pattern5.test(data10)){
validate27.errors = [{instancePath:instancePath+"/delegation_id",schemaPath:"common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate27.errors = [{instancePath:instancePath+"/delegation_id",schemaPath:"common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid7 = _errs37 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data.order_no !== undefined){
let data11 = data.order_no;
const _errs40 = errors;
const _errs41 = errors;
if(errors === _errs41){
if(typeof data11 === "string"){
if(!pattern5.test(data11)){
validate27.errors = [{instancePath:instancePath+"/order_no",schemaPath:"common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate27.errors = [{instancePath:instancePath+"/order_no",schemaPath:"common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid7 = _errs40 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data.trade_no !== undefined){
let data12 = data.trade_no;
const _errs43 = errors;
const _errs44 = errors;
if(errors === _errs44){
if(typeof data12 === "string"){
if(!pattern5.test(data12)){
validate27.errors = [{instancePath:instancePath+"/trade_no",schemaPath:"common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate27.errors = [{instancePath:instancePath+"/trade_no",schemaPath:"common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid7 = _errs43 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data.payload_hash !== undefined){
let data13 = data.payload_hash;
const _errs46 = errors;
const _errs47 = errors;
if(errors === _errs47){
if(typeof data13 === "string"){
if(!pattern8.test(data13)){
validate27.errors = [{instancePath:instancePath+"/payload_hash",schemaPath:"common.json#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""}];
return false;
}
}
else {
validate27.errors = [{instancePath:instancePath+"/payload_hash",schemaPath:"common.json#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid7 = _errs46 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data.hash_algorithm !== undefined){
let data14 = data.hash_algorithm;
const _errs49 = errors;
if(typeof data14 !== "string"){
validate27.errors = [{instancePath:instancePath+"/hash_algorithm",schemaPath:"common.json#/$defs/hash_algorithm/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!((data14 === "SHA-256") || (data14 === "SM3"))){
validate27.errors = [{instancePath:instancePath+"/hash_algorithm",schemaPath:"common.json#/$defs/hash_algorithm/enum",keyword:"enum",params:{allowedValues: schema78.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid7 = _errs49 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data.privacy_channel !== undefined){
let data15 = data.privacy_channel;
const _errs52 = errors;
if(errors === _errs52){
if(typeof data15 === "string"){
if(!pattern40.test(data15)){
validate27.errors = [{instancePath:instancePath+"/privacy_channel",schemaPath:"#/properties/privacy_channel/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{22,64}$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{22,64}$"+"\""}];
return false;
}
}
else {
validate27.errors = [{instancePath:instancePath+"/privacy_channel",schemaPath:"#/properties/privacy_channel/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid7 = _errs52 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data.ext !== undefined){
let data16 = data.ext;
const _errs54 = errors;
if(errors === _errs54){
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
if(Object.keys(data16).length > 16){
validate27.errors = [{instancePath:instancePath+"/ext",schemaPath:"#/properties/ext/maxProperties",keyword:"maxProperties",params:{limit: 16},message:"must NOT have more than 16 properties"}];
return false;
}
else {
for(const key1 in data16){
const _errs56 = errors;
if(typeof key1 === "string"){
if(!pattern41.test(key1)){
const err6 = {instancePath:instancePath+"/ext",schemaPath:"#/properties/ext/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9_]{0,63}$"},message:"must match pattern \""+"^[a-z][a-z0-9_]{0,63}$"+"\"",propertyName:key1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
var valid19 = _errs56 === errors;
if(!valid19){
const err7 = {instancePath:instancePath+"/ext",schemaPath:"#/properties/ext/propertyNames",keyword:"propertyNames",params:{propertyName: key1},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
validate27.errors = vErrors;
return false;
break;
}
}
if(valid19){
for(const key2 in data16){
let data17 = data16[key2];
const _errs58 = errors;
const _errs59 = errors;
if(errors === _errs59){
if(typeof data17 === "string"){
if(!pattern8.test(data17)){
validate27.errors = [{instancePath:instancePath+"/ext/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"common.json#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""}];
return false;
}
}
else {
validate27.errors = [{instancePath:instancePath+"/ext/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"common.json#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid20 = _errs58 === errors;
if(!valid20){
break;
}
}
}
}
}
else {
validate27.errors = [{instancePath:instancePath+"/ext",schemaPath:"#/properties/ext/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid7 = _errs54 === errors;
}
else {
var valid7 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate27.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate27.errors = vErrors;
return errors === 0;
}

export const validateInstantPurchaseBundle = validate28;
const schema80 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://openact.example/schemas/1/bundle-instant.json","title":"InstantPurchaseBundle","description":"Everything that lets a third party judge one purchase at act:L1 from bytes: the user confirmed it at the cashier, and there is no mandate.","type":"object","additionalProperties":false,"required":["version","level","trust_list","agent_attestation","enrolment","shown","confirmation","quote","payment_request","receipt","authorization_salt"],"properties":{"version":{"const":"1"},"level":{"const":"act:L1"},"trust_list":{"$ref":"common.json#/$defs/long_jws"},"agent_attestation":{"$ref":"common.json#/$defs/compact_jws"},"enrolment":{"$ref":"common.json#/$defs/compact_jws"},"shown":{"$ref":"shown.json"},"confirmation":{"$ref":"common.json#/$defs/compact_jws"},"quote":{"$ref":"common.json#/$defs/compact_jws"},"payment_request":{"$ref":"common.json#/$defs/compact_jws"},"receipt":{"$ref":"common.json#/$defs/compact_jws"},"authorization_salt":{"$ref":"common.json#/$defs/salt"},"cart":{"$ref":"cart.json"}}};
const schema81 = {"description":"A compact JWS of a trust list, which may be longer than others.","type":"string","maxLength":131072,"pattern":"^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"};
const schema141 = {"description":"base64url of 16 to 32 random bytes.","type":"string","pattern":"^[A-Za-z0-9_-]{22,43}$"};
const pattern89 = new RegExp("^[A-Za-z0-9_-]{22,43}$", "u");
const schema84 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://openact.example/schemas/1/shown.json","title":"Shown","type":"object","description":"What the account side showed to the user before the confirmation.","additionalProperties":false,"required":["kind","issuer","psp_id","agent","summary"],"properties":{"kind":{"type":"string","enum":["mandate","tool_binding","sub_account","payment"]},"issuer":{"$ref":"common.json#/$defs/did"},"psp_id":{"$ref":"common.json#/$defs/did"},"agent":{"type":"object","additionalProperties":false,"required":["agent_id","jkt"],"properties":{"agent_id":{"$ref":"common.json#/$defs/did"},"jkt":{"$ref":"common.json#/$defs/digest"}}},"summary":{"$ref":"common.json#/$defs/summary"},"iac":{"$ref":"iac.json"},"limits":{"type":"object","additionalProperties":false,"required":["currency","max_amount","valid_until"],"properties":{"currency":{"$ref":"common.json#/$defs/currency"},"max_amount":{"$ref":"common.json#/$defs/amount"},"valid_until":{"$ref":"common.json#/$defs/utc_time"},"merchants":{"type":"array","items":{"$ref":"common.json#/$defs/did"},"minItems":1,"maxItems":64,"uniqueItems":true},"confirm_each":{"description":"The user confirms every order that this pays for (AI card).","const":true}}},"sub_account_key":{"$ref":"common.json#/$defs/digest","description":"Thumbprint of the key that pays from the sub-account."},"payment":{"type":"object","description":"What the cashier shows of one payment at act:L1, word for word from the request and its quote.","additionalProperties":false,"required":["out_trade_no","merchant","amount","discounts","payer_amount","currency","method_id","categories"],"properties":{"out_trade_no":{"$ref":"common.json#/$defs/id"},"merchant":{"$ref":"common.json#/$defs/did"},"amount":{"$ref":"common.json#/$defs/amount"},"discounts":{"type":"array","items":{"$ref":"common.json#/$defs/discount"},"minItems":0,"maxItems":16},"payer_amount":{"$ref":"common.json#/$defs/amount"},"currency":{"$ref":"common.json#/$defs/currency"},"method_id":{"$ref":"common.json#/$defs/urn"},"categories":{"type":"array","items":{"$ref":"common.json#/$defs/category"},"minItems":1,"maxItems":100}}}}};
const schema89 = {"type":"object","description":"What is shown to people.","additionalProperties":false,"required":["en","zh"],"properties":{"en":{"type":"string","minLength":1,"maxLength":2000},"zh":{"type":"string","minLength":1,"maxLength":2000}}};
const schema110 = {"description":"A category name of the deployment.","type":"string","pattern":"^[a-z0-9][a-z0-9._/-]{0,63}$"};
const func0 = (equalModule.default ?? equalModule);
const pattern62 = new RegExp("^[a-z0-9][a-z0-9._/-]{0,63}$", "u");
const schema90 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://openact.example/schemas/1/iac.json","title":"IacPayload","description":"The payload of an Intent Authorization Credential (IAC), ADD-IAC-ISS. Defaults are applied by readers, never written in.","type":"object","additionalProperties":false,"required":["delegation_id","delegator_identity","agent_id","validity_start_time","validity_end_time","max_total_amount"],"properties":{"delegation_id":{"$ref":"common.json#/$defs/id"},"delegator_identity":{"$ref":"common.json#/$defs/did"},"agent_id":{"$ref":"common.json#/$defs/did"},"validity_start_time":{"$ref":"common.json#/$defs/utc_time"},"validity_end_time":{"$ref":"common.json#/$defs/utc_time"},"max_total_amount":{"$ref":"common.json#/$defs/amount_number"},"intent_id":{"$ref":"common.json#/$defs/id"},"conversation_history":{"$ref":"common.json#/$defs/conversation_history"},"delegation_mode":{"$ref":"common.json#/$defs/delegation_mode","description":"Default SPECIFIED."},"currency":{"$ref":"common.json#/$defs/currency","description":"Default CNY."},"allowed_payment_methods":{"type":"array","items":{"$ref":"common.json#/$defs/urn"},"minItems":1,"maxItems":16,"uniqueItems":true},"user_confirmation_method":{"$ref":"common.json#/$defs/confirmation_method"},"user_confirmation_timestamp":{"$ref":"common.json#/$defs/utc_time"},"source_isr_digest":{"$ref":"common.json#/$defs/digest"},"ext":{"$ref":"common.json#/$defs/ext"}},"anyOf":[{"required":["intent_id"]},{"required":["conversation_history"]}],"dependentRequired":{"user_confirmation_method":["user_confirmation_timestamp"],"user_confirmation_timestamp":["user_confirmation_method"]}};
const schema96 = {"description":"An amount as a JSON number, in major units, at most two decimals (ACT 2.1).","type":"number","minimum":0,"maximum":9999999999999.99};
const schema101 = {"type":"string","enum":["SPECIFIED","BOUNDED"]};
const schema104 = {"description":"How the user was verified (registered values of this profile).","type":"string","enum":["FACE","FINGERPRINT","PASSWORD","OTP","GAZE","VOICE","QR"]};
const schema98 = {"description":"The user's raw intent, or its digest with a reference to it (ADD-INT-ICS).","type":"object","additionalProperties":false,"properties":{"user_intent_raw":{"oneOf":[{"type":"string","minLength":1,"maxLength":8000},{"type":"array","items":{"type":"object","additionalProperties":false,"required":["role","content","create_time"],"properties":{"role":{"type":"string","minLength":1,"maxLength":32},"content":{"type":"string","minLength":1,"maxLength":8000},"create_time":{"$ref":"#/$defs/utc_time"}}},"minItems":1,"maxItems":200}]},"user_intent_raw_digest":{"$ref":"#/$defs/digest"},"input_mode":{"type":"array","items":{"type":"string","enum":["TEXT","VOICE","IMAGE","INTERACTIVE_CARD","OTHER"]},"minItems":1,"maxItems":5,"uniqueItems":true},"context_ref":{"type":"string","minLength":1,"maxLength":512}},"anyOf":[{"required":["user_intent_raw"]},{"required":["user_intent_raw_digest"]}],"dependentRequired":{"user_intent_raw_digest":["context_ref"]}};

function validate31(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = false;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.user_intent_raw === undefined) && (missing0 = "user_intent_raw")){
const err0 = {instancePath,schemaPath:"#/anyOf/0/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
var _valid0 = _errs2 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if((data.user_intent_raw_digest === undefined) && (missing1 = "user_intent_raw_digest")){
const err1 = {instancePath,schemaPath:"#/anyOf/1/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
var _valid0 = _errs3 === errors;
valid0 = valid0 || _valid0;
}
if(!valid0){
const err2 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
validate31.errors = vErrors;
return false;
}
else {
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
const _errs4 = errors;
for(const key0 in data){
if(!((((key0 === "user_intent_raw") || (key0 === "user_intent_raw_digest")) || (key0 === "input_mode")) || (key0 === "context_ref"))){
validate31.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs4 === errors){
if(data.user_intent_raw !== undefined){
let data0 = data.user_intent_raw;
const _errs5 = errors;
const _errs6 = errors;
let valid2 = false;
let passing0 = null;
const _errs7 = errors;
if(errors === _errs7){
if(typeof data0 === "string"){
if(func1(data0) > 8000){
const err3 = {instancePath:instancePath+"/user_intent_raw",schemaPath:"#/properties/user_intent_raw/oneOf/0/maxLength",keyword:"maxLength",params:{limit: 8000},message:"must NOT have more than 8000 characters"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
else {
if(func1(data0) < 1){
const err4 = {instancePath:instancePath+"/user_intent_raw",schemaPath:"#/properties/user_intent_raw/oneOf/0/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath:instancePath+"/user_intent_raw",schemaPath:"#/properties/user_intent_raw/oneOf/0/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
var _valid1 = _errs7 === errors;
if(_valid1){
valid2 = true;
passing0 = 0;
}
const _errs9 = errors;
if(errors === _errs9){
if(Array.isArray(data0)){
if(data0.length > 200){
const err6 = {instancePath:instancePath+"/user_intent_raw",schemaPath:"#/properties/user_intent_raw/oneOf/1/maxItems",keyword:"maxItems",params:{limit: 200},message:"must NOT have more than 200 items"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
else {
if(data0.length < 1){
const err7 = {instancePath:instancePath+"/user_intent_raw",schemaPath:"#/properties/user_intent_raw/oneOf/1/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
else {
var valid3 = true;
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
const _errs11 = errors;
if(errors === _errs11){
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
let missing2;
if((((data1.role === undefined) && (missing2 = "role")) || ((data1.content === undefined) && (missing2 = "content"))) || ((data1.create_time === undefined) && (missing2 = "create_time"))){
const err8 = {instancePath:instancePath+"/user_intent_raw/" + i0,schemaPath:"#/properties/user_intent_raw/oneOf/1/items/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
else {
const _errs13 = errors;
for(const key1 in data1){
if(!(((key1 === "role") || (key1 === "content")) || (key1 === "create_time"))){
const err9 = {instancePath:instancePath+"/user_intent_raw/" + i0,schemaPath:"#/properties/user_intent_raw/oneOf/1/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
break;
}
}
if(_errs13 === errors){
if(data1.role !== undefined){
let data2 = data1.role;
const _errs14 = errors;
if(errors === _errs14){
if(typeof data2 === "string"){
if(func1(data2) > 32){
const err10 = {instancePath:instancePath+"/user_intent_raw/" + i0+"/role",schemaPath:"#/properties/user_intent_raw/oneOf/1/items/properties/role/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
else {
if(func1(data2) < 1){
const err11 = {instancePath:instancePath+"/user_intent_raw/" + i0+"/role",schemaPath:"#/properties/user_intent_raw/oneOf/1/items/properties/role/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath:instancePath+"/user_intent_raw/" + i0+"/role",schemaPath:"#/properties/user_intent_raw/oneOf/1/items/properties/role/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
var valid4 = _errs14 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data1.content !== undefined){
let data3 = data1.content;
const _errs16 = errors;
if(errors === _errs16){
if(typeof data3 === "string"){
if(func1(data3) > 8000){
const err13 = {instancePath:instancePath+"/user_intent_raw/" + i0+"/content",schemaPath:"#/properties/user_intent_raw/oneOf/1/items/properties/content/maxLength",keyword:"maxLength",params:{limit: 8000},message:"must NOT have more than 8000 characters"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
else {
if(func1(data3) < 1){
const err14 = {instancePath:instancePath+"/user_intent_raw/" + i0+"/content",schemaPath:"#/properties/user_intent_raw/oneOf/1/items/properties/content/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
else {
const err15 = {instancePath:instancePath+"/user_intent_raw/" + i0+"/content",schemaPath:"#/properties/user_intent_raw/oneOf/1/items/properties/content/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
var valid4 = _errs16 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data1.create_time !== undefined){
let data4 = data1.create_time;
const _errs18 = errors;
const _errs19 = errors;
if(errors === _errs19){
if(typeof data4 === "string"){
if(!pattern9.test(data4)){
const err16 = {instancePath:instancePath+"/user_intent_raw/" + i0+"/create_time",schemaPath:"#/$defs/utc_time/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"+"\""};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/user_intent_raw/" + i0+"/create_time",schemaPath:"#/$defs/utc_time/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
var valid4 = _errs18 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
}
else {
const err18 = {instancePath:instancePath+"/user_intent_raw/" + i0,schemaPath:"#/properties/user_intent_raw/oneOf/1/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
var valid3 = _errs11 === errors;
if(!valid3){
break;
}
}
}
}
}
else {
const err19 = {instancePath:instancePath+"/user_intent_raw",schemaPath:"#/properties/user_intent_raw/oneOf/1/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
var _valid1 = _errs9 === errors;
if(_valid1 && valid2){
valid2 = false;
passing0 = [passing0, 1];
}
else {
if(_valid1){
valid2 = true;
passing0 = 1;
}
}
if(!valid2){
const err20 = {instancePath:instancePath+"/user_intent_raw",schemaPath:"#/properties/user_intent_raw/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
validate31.errors = vErrors;
return false;
}
else {
errors = _errs6;
if(vErrors !== null){
if(_errs6){
vErrors.length = _errs6;
}
else {
vErrors = null;
}
}
}
var valid1 = _errs5 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.user_intent_raw_digest !== undefined){
let data5 = data.user_intent_raw_digest;
const _errs21 = errors;
const _errs22 = errors;
if(errors === _errs22){
if(typeof data5 === "string"){
if(!pattern8.test(data5)){
validate31.errors = [{instancePath:instancePath+"/user_intent_raw_digest",schemaPath:"#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""}];
return false;
}
}
else {
validate31.errors = [{instancePath:instancePath+"/user_intent_raw_digest",schemaPath:"#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid1 = _errs21 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.input_mode !== undefined){
let data6 = data.input_mode;
const _errs24 = errors;
if(errors === _errs24){
if(Array.isArray(data6)){
if(data6.length > 5){
validate31.errors = [{instancePath:instancePath+"/input_mode",schemaPath:"#/properties/input_mode/maxItems",keyword:"maxItems",params:{limit: 5},message:"must NOT have more than 5 items"}];
return false;
}
else {
if(data6.length < 1){
validate31.errors = [{instancePath:instancePath+"/input_mode",schemaPath:"#/properties/input_mode/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid7 = true;
const len1 = data6.length;
for(let i1=0; i1<len1; i1++){
let data7 = data6[i1];
const _errs26 = errors;
if(typeof data7 !== "string"){
validate31.errors = [{instancePath:instancePath+"/input_mode/" + i1,schemaPath:"#/properties/input_mode/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!(((((data7 === "TEXT") || (data7 === "VOICE")) || (data7 === "IMAGE")) || (data7 === "INTERACTIVE_CARD")) || (data7 === "OTHER"))){
validate31.errors = [{instancePath:instancePath+"/input_mode/" + i1,schemaPath:"#/properties/input_mode/items/enum",keyword:"enum",params:{allowedValues: schema98.properties.input_mode.items.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid7 = _errs26 === errors;
if(!valid7){
break;
}
}
if(valid7){
let i2 = data6.length;
let j0;
if(i2 > 1){
const indices0 = {};
for(;i2--;){
let item0 = data6[i2];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
validate31.errors = [{instancePath:instancePath+"/input_mode",schemaPath:"#/properties/input_mode/uniqueItems",keyword:"uniqueItems",params:{i: i2, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i2+" are identical)"}];
return false;
break;
}
indices0[item0] = i2;
}
}
}
}
}
}
else {
validate31.errors = [{instancePath:instancePath+"/input_mode",schemaPath:"#/properties/input_mode/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid1 = _errs24 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.context_ref !== undefined){
let data8 = data.context_ref;
const _errs28 = errors;
if(errors === _errs28){
if(typeof data8 === "string"){
if(func1(data8) > 512){
validate31.errors = [{instancePath:instancePath+"/context_ref",schemaPath:"#/properties/context_ref/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters"}];
return false;
}
else {
if(func1(data8) < 1){
validate31.errors = [{instancePath:instancePath+"/context_ref",schemaPath:"#/properties/context_ref/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate31.errors = [{instancePath:instancePath+"/context_ref",schemaPath:"#/properties/context_ref/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid1 = _errs28 === errors;
}
else {
var valid1 = true;
}
if(valid1){
let missing3;
if(data.user_intent_raw_digest !== undefined && ((data.context_ref === undefined) && (missing3 = "context_ref"))){
validate31.errors = [{instancePath,schemaPath:"#/dependentRequired",keyword:"dependentRequired",params:{property: "user_intent_raw_digest",
    missingProperty: missing3,
    depsCount: 1,
    deps: "context_ref"},message:"must have property context_ref when property user_intent_raw_digest is present"}];
return false;
}
}
}
}
}
}
}
else {
validate31.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate31.errors = vErrors;
return errors === 0;
}

const schema107 = {"type":"object","description":"Standard and private extensions (ADD 3.3.3).","additionalProperties":false,"required":[],"properties":{"commerce":{"type":"object","additionalProperties":false,"required":[],"properties":{"max_single_amount":{"$ref":"#/$defs/amount_number"},"min_single_amount":{"$ref":"#/$defs/amount_number"},"allowed_categories":{"type":"array","items":{"$ref":"#/$defs/category"},"minItems":1,"maxItems":64,"uniqueItems":true},"forbidden_categories":{"type":"array","items":{"$ref":"#/$defs/category"},"minItems":1,"maxItems":64,"uniqueItems":true},"allowed_merchants":{"type":"array","items":{"$ref":"#/$defs/did"},"minItems":1,"maxItems":64,"uniqueItems":true},"forbidden_merchants":{"type":"array","items":{"$ref":"#/$defs/did"},"minItems":1,"maxItems":64,"uniqueItems":true}}},"agent_behavior":{"type":"object","additionalProperties":false,"required":[],"properties":{"price_deviation_tolerance":{"description":"Percent of the reference price.","type":"number","minimum":0,"maximum":1000},"price_deviation_action":{"type":"string","enum":["PAUSE_AND_NOTIFY","AUTO_CANCEL"]},"on_payment_failure":{"type":"string","enum":["AUTO_RETRY","CANCEL"]},"max_retry_count":{"type":"integer","minimum":0,"maximum":100}}},"fulfillment":{"type":"object","additionalProperties":false,"required":[],"properties":{"delivery_time_requirement":{"$ref":"#/$defs/utc_time","description":"Latest time of delivery (this profile's format)."},"delivery_address":{"type":"string","description":"An address or a reference to one.","minLength":1,"maxLength":512}}},"vendor_private":{"description":"May be ignored; never changes the meaning of the rest.","type":"object"},"openact":{"description":"Constraints of this profile. Present only together with the critical header parameter `openact`; a member that is not listed here is refused by the verifier with its own code (OA-MND-05), so this object is left open.","type":"object","properties":{"times_limit":{"description":"How often the mandate may be used.","type":"integer","minimum":1,"maximum":1000000},"reference_price":{"$ref":"#/$defs/amount_number","description":"The price that the tolerance is measured from."},"quote_digest":{"$ref":"#/$defs/digest","description":"Pins one quote."},"runtime":{"type":"object","description":"The build of the agent and the key of the runtime that may pay; each request then proves both, and for whom it runs.","additionalProperties":false,"required":["agent_version_digest","jkt"],"properties":{"agent_version_digest":{"$ref":"#/$defs/digest","description":"What the agent provider states of the build."},"jkt":{"$ref":"#/$defs/digest","description":"Thumbprint of the runtime's key."}}},"autonomy_level":{"$ref":"#/$defs/autonomy_level","description":"How far the agent decides alone; left out, within the limits."},"confirm_above":{"$ref":"#/$defs/amount_number","description":"A payment of more than this is confirmed by the user (wallet threshold)."},"delegation_depth":{"type":"integer","description":"How many times the mandate may be handed down. Absent: not at all.","minimum":0,"maximum":3},"parent_mandate":{"$ref":"#/$defs/digest","description":"The mandate that this one was handed down from."}}}}};
const schema119 = {"description":"A2P2 autonomy level; not an ACT payment level.","type":"string","enum":["a2p2:L0","a2p2:L1","a2p2:L2","a2p2:L3","a2p2:L4","a2p2:L5"]};

function validate33(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
const _errs1 = errors;
for(const key0 in data){
if(!(((((key0 === "commerce") || (key0 === "agent_behavior")) || (key0 === "fulfillment")) || (key0 === "vendor_private")) || (key0 === "openact"))){
validate33.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.commerce !== undefined){
let data0 = data.commerce;
const _errs2 = errors;
if(errors === _errs2){
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
const _errs4 = errors;
for(const key1 in data0){
if(!((((((key1 === "max_single_amount") || (key1 === "min_single_amount")) || (key1 === "allowed_categories")) || (key1 === "forbidden_categories")) || (key1 === "allowed_merchants")) || (key1 === "forbidden_merchants"))){
validate33.errors = [{instancePath:instancePath+"/commerce",schemaPath:"#/properties/commerce/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs4 === errors){
if(data0.max_single_amount !== undefined){
let data1 = data0.max_single_amount;
const _errs5 = errors;
const _errs6 = errors;
if(errors === _errs6){
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 9999999999999.99 || isNaN(data1)){
validate33.errors = [{instancePath:instancePath+"/commerce/max_single_amount",schemaPath:"#/$defs/amount_number/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9999999999999.99},message:"must be <= 9999999999999.99"}];
return false;
}
else {
if(data1 < 0 || isNaN(data1)){
validate33.errors = [{instancePath:instancePath+"/commerce/max_single_amount",schemaPath:"#/$defs/amount_number/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
else {
validate33.errors = [{instancePath:instancePath+"/commerce/max_single_amount",schemaPath:"#/$defs/amount_number/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
}
var valid1 = _errs5 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.min_single_amount !== undefined){
let data2 = data0.min_single_amount;
const _errs8 = errors;
const _errs9 = errors;
if(errors === _errs9){
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 9999999999999.99 || isNaN(data2)){
validate33.errors = [{instancePath:instancePath+"/commerce/min_single_amount",schemaPath:"#/$defs/amount_number/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9999999999999.99},message:"must be <= 9999999999999.99"}];
return false;
}
else {
if(data2 < 0 || isNaN(data2)){
validate33.errors = [{instancePath:instancePath+"/commerce/min_single_amount",schemaPath:"#/$defs/amount_number/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
else {
validate33.errors = [{instancePath:instancePath+"/commerce/min_single_amount",schemaPath:"#/$defs/amount_number/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
}
var valid1 = _errs8 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.allowed_categories !== undefined){
let data3 = data0.allowed_categories;
const _errs11 = errors;
if(errors === _errs11){
if(Array.isArray(data3)){
if(data3.length > 64){
validate33.errors = [{instancePath:instancePath+"/commerce/allowed_categories",schemaPath:"#/properties/commerce/properties/allowed_categories/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"}];
return false;
}
else {
if(data3.length < 1){
validate33.errors = [{instancePath:instancePath+"/commerce/allowed_categories",schemaPath:"#/properties/commerce/properties/allowed_categories/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid4 = true;
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
const _errs13 = errors;
const _errs14 = errors;
if(errors === _errs14){
if(typeof data4 === "string"){
if(!pattern62.test(data4)){
validate33.errors = [{instancePath:instancePath+"/commerce/allowed_categories/" + i0,schemaPath:"#/$defs/category/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9._/-]{0,63}$"},message:"must match pattern \""+"^[a-z0-9][a-z0-9._/-]{0,63}$"+"\""}];
return false;
}
}
else {
validate33.errors = [{instancePath:instancePath+"/commerce/allowed_categories/" + i0,schemaPath:"#/$defs/category/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid4 = _errs13 === errors;
if(!valid4){
break;
}
}
if(valid4){
let i1 = data3.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data3[i1], data3[j0])){
validate33.errors = [{instancePath:instancePath+"/commerce/allowed_categories",schemaPath:"#/properties/commerce/properties/allowed_categories/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)"}];
return false;
break outer0;
}
}
}
}
}
}
}
}
else {
validate33.errors = [{instancePath:instancePath+"/commerce/allowed_categories",schemaPath:"#/properties/commerce/properties/allowed_categories/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid1 = _errs11 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.forbidden_categories !== undefined){
let data5 = data0.forbidden_categories;
const _errs16 = errors;
if(errors === _errs16){
if(Array.isArray(data5)){
if(data5.length > 64){
validate33.errors = [{instancePath:instancePath+"/commerce/forbidden_categories",schemaPath:"#/properties/commerce/properties/forbidden_categories/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"}];
return false;
}
else {
if(data5.length < 1){
validate33.errors = [{instancePath:instancePath+"/commerce/forbidden_categories",schemaPath:"#/properties/commerce/properties/forbidden_categories/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid7 = true;
const len1 = data5.length;
for(let i2=0; i2<len1; i2++){
let data6 = data5[i2];
const _errs18 = errors;
const _errs19 = errors;
if(errors === _errs19){
if(typeof data6 === "string"){
if(!pattern62.test(data6)){
validate33.errors = [{instancePath:instancePath+"/commerce/forbidden_categories/" + i2,schemaPath:"#/$defs/category/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9._/-]{0,63}$"},message:"must match pattern \""+"^[a-z0-9][a-z0-9._/-]{0,63}$"+"\""}];
return false;
}
}
else {
validate33.errors = [{instancePath:instancePath+"/commerce/forbidden_categories/" + i2,schemaPath:"#/$defs/category/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid7 = _errs18 === errors;
if(!valid7){
break;
}
}
if(valid7){
let i3 = data5.length;
let j1;
if(i3 > 1){
outer1:
for(;i3--;){
for(j1 = i3; j1--;){
if(func0(data5[i3], data5[j1])){
validate33.errors = [{instancePath:instancePath+"/commerce/forbidden_categories",schemaPath:"#/properties/commerce/properties/forbidden_categories/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j1},message:"must NOT have duplicate items (items ## "+j1+" and "+i3+" are identical)"}];
return false;
break outer1;
}
}
}
}
}
}
}
}
else {
validate33.errors = [{instancePath:instancePath+"/commerce/forbidden_categories",schemaPath:"#/properties/commerce/properties/forbidden_categories/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid1 = _errs16 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.allowed_merchants !== undefined){
let data7 = data0.allowed_merchants;
const _errs21 = errors;
if(errors === _errs21){
if(Array.isArray(data7)){
if(data7.length > 64){
validate33.errors = [{instancePath:instancePath+"/commerce/allowed_merchants",schemaPath:"#/properties/commerce/properties/allowed_merchants/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"}];
return false;
}
else {
if(data7.length < 1){
validate33.errors = [{instancePath:instancePath+"/commerce/allowed_merchants",schemaPath:"#/properties/commerce/properties/allowed_merchants/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid10 = true;
const len2 = data7.length;
for(let i4=0; i4<len2; i4++){
let data8 = data7[i4];
const _errs23 = errors;
const _errs24 = errors;
if(errors === _errs24){
if(typeof data8 === "string"){
if(!pattern10.test(data8)){
validate33.errors = [{instancePath:instancePath+"/commerce/allowed_merchants/" + i4,schemaPath:"#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate33.errors = [{instancePath:instancePath+"/commerce/allowed_merchants/" + i4,schemaPath:"#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid10 = _errs23 === errors;
if(!valid10){
break;
}
}
if(valid10){
let i5 = data7.length;
let j2;
if(i5 > 1){
outer2:
for(;i5--;){
for(j2 = i5; j2--;){
if(func0(data7[i5], data7[j2])){
validate33.errors = [{instancePath:instancePath+"/commerce/allowed_merchants",schemaPath:"#/properties/commerce/properties/allowed_merchants/uniqueItems",keyword:"uniqueItems",params:{i: i5, j: j2},message:"must NOT have duplicate items (items ## "+j2+" and "+i5+" are identical)"}];
return false;
break outer2;
}
}
}
}
}
}
}
}
else {
validate33.errors = [{instancePath:instancePath+"/commerce/allowed_merchants",schemaPath:"#/properties/commerce/properties/allowed_merchants/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid1 = _errs21 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.forbidden_merchants !== undefined){
let data9 = data0.forbidden_merchants;
const _errs26 = errors;
if(errors === _errs26){
if(Array.isArray(data9)){
if(data9.length > 64){
validate33.errors = [{instancePath:instancePath+"/commerce/forbidden_merchants",schemaPath:"#/properties/commerce/properties/forbidden_merchants/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"}];
return false;
}
else {
if(data9.length < 1){
validate33.errors = [{instancePath:instancePath+"/commerce/forbidden_merchants",schemaPath:"#/properties/commerce/properties/forbidden_merchants/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid13 = true;
const len3 = data9.length;
for(let i6=0; i6<len3; i6++){
let data10 = data9[i6];
const _errs28 = errors;
const _errs29 = errors;
if(errors === _errs29){
if(typeof data10 === "string"){
if(!pattern10.test(data10)){
validate33.errors = [{instancePath:instancePath+"/commerce/forbidden_merchants/" + i6,schemaPath:"#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate33.errors = [{instancePath:instancePath+"/commerce/forbidden_merchants/" + i6,schemaPath:"#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid13 = _errs28 === errors;
if(!valid13){
break;
}
}
if(valid13){
let i7 = data9.length;
let j3;
if(i7 > 1){
outer3:
for(;i7--;){
for(j3 = i7; j3--;){
if(func0(data9[i7], data9[j3])){
validate33.errors = [{instancePath:instancePath+"/commerce/forbidden_merchants",schemaPath:"#/properties/commerce/properties/forbidden_merchants/uniqueItems",keyword:"uniqueItems",params:{i: i7, j: j3},message:"must NOT have duplicate items (items ## "+j3+" and "+i7+" are identical)"}];
return false;
break outer3;
}
}
}
}
}
}
}
}
else {
validate33.errors = [{instancePath:instancePath+"/commerce/forbidden_merchants",schemaPath:"#/properties/commerce/properties/forbidden_merchants/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid1 = _errs26 === errors;
}
else {
var valid1 = true;
}
}
}
}
}
}
}
}
else {
validate33.errors = [{instancePath:instancePath+"/commerce",schemaPath:"#/properties/commerce/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.agent_behavior !== undefined){
let data11 = data.agent_behavior;
const _errs31 = errors;
if(errors === _errs31){
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
const _errs33 = errors;
for(const key2 in data11){
if(!((((key2 === "price_deviation_tolerance") || (key2 === "price_deviation_action")) || (key2 === "on_payment_failure")) || (key2 === "max_retry_count"))){
validate33.errors = [{instancePath:instancePath+"/agent_behavior",schemaPath:"#/properties/agent_behavior/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs33 === errors){
if(data11.price_deviation_tolerance !== undefined){
let data12 = data11.price_deviation_tolerance;
const _errs34 = errors;
if(errors === _errs34){
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 > 1000 || isNaN(data12)){
validate33.errors = [{instancePath:instancePath+"/agent_behavior/price_deviation_tolerance",schemaPath:"#/properties/agent_behavior/properties/price_deviation_tolerance/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000"}];
return false;
}
else {
if(data12 < 0 || isNaN(data12)){
validate33.errors = [{instancePath:instancePath+"/agent_behavior/price_deviation_tolerance",schemaPath:"#/properties/agent_behavior/properties/price_deviation_tolerance/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
else {
validate33.errors = [{instancePath:instancePath+"/agent_behavior/price_deviation_tolerance",schemaPath:"#/properties/agent_behavior/properties/price_deviation_tolerance/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
}
var valid16 = _errs34 === errors;
}
else {
var valid16 = true;
}
if(valid16){
if(data11.price_deviation_action !== undefined){
let data13 = data11.price_deviation_action;
const _errs36 = errors;
if(typeof data13 !== "string"){
validate33.errors = [{instancePath:instancePath+"/agent_behavior/price_deviation_action",schemaPath:"#/properties/agent_behavior/properties/price_deviation_action/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!((data13 === "PAUSE_AND_NOTIFY") || (data13 === "AUTO_CANCEL"))){
validate33.errors = [{instancePath:instancePath+"/agent_behavior/price_deviation_action",schemaPath:"#/properties/agent_behavior/properties/price_deviation_action/enum",keyword:"enum",params:{allowedValues: schema107.properties.agent_behavior.properties.price_deviation_action.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid16 = _errs36 === errors;
}
else {
var valid16 = true;
}
if(valid16){
if(data11.on_payment_failure !== undefined){
let data14 = data11.on_payment_failure;
const _errs38 = errors;
if(typeof data14 !== "string"){
validate33.errors = [{instancePath:instancePath+"/agent_behavior/on_payment_failure",schemaPath:"#/properties/agent_behavior/properties/on_payment_failure/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!((data14 === "AUTO_RETRY") || (data14 === "CANCEL"))){
validate33.errors = [{instancePath:instancePath+"/agent_behavior/on_payment_failure",schemaPath:"#/properties/agent_behavior/properties/on_payment_failure/enum",keyword:"enum",params:{allowedValues: schema107.properties.agent_behavior.properties.on_payment_failure.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid16 = _errs38 === errors;
}
else {
var valid16 = true;
}
if(valid16){
if(data11.max_retry_count !== undefined){
let data15 = data11.max_retry_count;
const _errs40 = errors;
if(!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))){
validate33.errors = [{instancePath:instancePath+"/agent_behavior/max_retry_count",schemaPath:"#/properties/agent_behavior/properties/max_retry_count/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs40){
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 > 100 || isNaN(data15)){
validate33.errors = [{instancePath:instancePath+"/agent_behavior/max_retry_count",schemaPath:"#/properties/agent_behavior/properties/max_retry_count/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100"}];
return false;
}
else {
if(data15 < 0 || isNaN(data15)){
validate33.errors = [{instancePath:instancePath+"/agent_behavior/max_retry_count",schemaPath:"#/properties/agent_behavior/properties/max_retry_count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
}
var valid16 = _errs40 === errors;
}
else {
var valid16 = true;
}
}
}
}
}
}
else {
validate33.errors = [{instancePath:instancePath+"/agent_behavior",schemaPath:"#/properties/agent_behavior/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs31 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.fulfillment !== undefined){
let data16 = data.fulfillment;
const _errs42 = errors;
if(errors === _errs42){
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
const _errs44 = errors;
for(const key3 in data16){
if(!((key3 === "delivery_time_requirement") || (key3 === "delivery_address"))){
validate33.errors = [{instancePath:instancePath+"/fulfillment",schemaPath:"#/properties/fulfillment/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs44 === errors){
if(data16.delivery_time_requirement !== undefined){
let data17 = data16.delivery_time_requirement;
const _errs45 = errors;
const _errs46 = errors;
if(errors === _errs46){
if(typeof data17 === "string"){
if(!pattern9.test(data17)){
validate33.errors = [{instancePath:instancePath+"/fulfillment/delivery_time_requirement",schemaPath:"#/$defs/utc_time/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"+"\""}];
return false;
}
}
else {
validate33.errors = [{instancePath:instancePath+"/fulfillment/delivery_time_requirement",schemaPath:"#/$defs/utc_time/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid17 = _errs45 === errors;
}
else {
var valid17 = true;
}
if(valid17){
if(data16.delivery_address !== undefined){
let data18 = data16.delivery_address;
const _errs48 = errors;
if(errors === _errs48){
if(typeof data18 === "string"){
if(func1(data18) > 512){
validate33.errors = [{instancePath:instancePath+"/fulfillment/delivery_address",schemaPath:"#/properties/fulfillment/properties/delivery_address/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters"}];
return false;
}
else {
if(func1(data18) < 1){
validate33.errors = [{instancePath:instancePath+"/fulfillment/delivery_address",schemaPath:"#/properties/fulfillment/properties/delivery_address/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate33.errors = [{instancePath:instancePath+"/fulfillment/delivery_address",schemaPath:"#/properties/fulfillment/properties/delivery_address/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid17 = _errs48 === errors;
}
else {
var valid17 = true;
}
}
}
}
else {
validate33.errors = [{instancePath:instancePath+"/fulfillment",schemaPath:"#/properties/fulfillment/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs42 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.vendor_private !== undefined){
let data19 = data.vendor_private;
const _errs50 = errors;
if(!(data19 && typeof data19 == "object" && !Array.isArray(data19))){
validate33.errors = [{instancePath:instancePath+"/vendor_private",schemaPath:"#/properties/vendor_private/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
var valid0 = _errs50 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.openact !== undefined){
let data20 = data.openact;
const _errs52 = errors;
if(errors === _errs52){
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
if(data20.times_limit !== undefined){
let data21 = data20.times_limit;
const _errs54 = errors;
if(!(((typeof data21 == "number") && (!(data21 % 1) && !isNaN(data21))) && (isFinite(data21)))){
validate33.errors = [{instancePath:instancePath+"/openact/times_limit",schemaPath:"#/properties/openact/properties/times_limit/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs54){
if((typeof data21 == "number") && (isFinite(data21))){
if(data21 > 1000000 || isNaN(data21)){
validate33.errors = [{instancePath:instancePath+"/openact/times_limit",schemaPath:"#/properties/openact/properties/times_limit/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000"}];
return false;
}
else {
if(data21 < 1 || isNaN(data21)){
validate33.errors = [{instancePath:instancePath+"/openact/times_limit",schemaPath:"#/properties/openact/properties/times_limit/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
}
}
}
}
var valid19 = _errs54 === errors;
}
else {
var valid19 = true;
}
if(valid19){
if(data20.reference_price !== undefined){
let data22 = data20.reference_price;
const _errs56 = errors;
const _errs57 = errors;
if(errors === _errs57){
if((typeof data22 == "number") && (isFinite(data22))){
if(data22 > 9999999999999.99 || isNaN(data22)){
validate33.errors = [{instancePath:instancePath+"/openact/reference_price",schemaPath:"#/$defs/amount_number/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9999999999999.99},message:"must be <= 9999999999999.99"}];
return false;
}
else {
if(data22 < 0 || isNaN(data22)){
validate33.errors = [{instancePath:instancePath+"/openact/reference_price",schemaPath:"#/$defs/amount_number/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
else {
validate33.errors = [{instancePath:instancePath+"/openact/reference_price",schemaPath:"#/$defs/amount_number/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
}
var valid19 = _errs56 === errors;
}
else {
var valid19 = true;
}
if(valid19){
if(data20.quote_digest !== undefined){
let data23 = data20.quote_digest;
const _errs59 = errors;
const _errs60 = errors;
if(errors === _errs60){
if(typeof data23 === "string"){
if(!pattern8.test(data23)){
validate33.errors = [{instancePath:instancePath+"/openact/quote_digest",schemaPath:"#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""}];
return false;
}
}
else {
validate33.errors = [{instancePath:instancePath+"/openact/quote_digest",schemaPath:"#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid19 = _errs59 === errors;
}
else {
var valid19 = true;
}
if(valid19){
if(data20.runtime !== undefined){
let data24 = data20.runtime;
const _errs62 = errors;
if(errors === _errs62){
if(data24 && typeof data24 == "object" && !Array.isArray(data24)){
let missing0;
if(((data24.agent_version_digest === undefined) && (missing0 = "agent_version_digest")) || ((data24.jkt === undefined) && (missing0 = "jkt"))){
validate33.errors = [{instancePath:instancePath+"/openact/runtime",schemaPath:"#/properties/openact/properties/runtime/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs64 = errors;
for(const key4 in data24){
if(!((key4 === "agent_version_digest") || (key4 === "jkt"))){
validate33.errors = [{instancePath:instancePath+"/openact/runtime",schemaPath:"#/properties/openact/properties/runtime/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs64 === errors){
if(data24.agent_version_digest !== undefined){
let data25 = data24.agent_version_digest;
const _errs65 = errors;
const _errs66 = errors;
if(errors === _errs66){
if(typeof data25 === "string"){
if(!pattern8.test(data25)){
validate33.errors = [{instancePath:instancePath+"/openact/runtime/agent_version_digest",schemaPath:"#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""}];
return false;
}
}
else {
validate33.errors = [{instancePath:instancePath+"/openact/runtime/agent_version_digest",schemaPath:"#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid22 = _errs65 === errors;
}
else {
var valid22 = true;
}
if(valid22){
if(data24.jkt !== undefined){
let data26 = data24.jkt;
const _errs68 = errors;
const _errs69 = errors;
if(errors === _errs69){
if(typeof data26 === "string"){
if(!pattern8.test(data26)){
validate33.errors = [{instancePath:instancePath+"/openact/runtime/jkt",schemaPath:"#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""}];
return false;
}
}
else {
validate33.errors = [{instancePath:instancePath+"/openact/runtime/jkt",schemaPath:"#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid22 = _errs68 === errors;
}
else {
var valid22 = true;
}
}
}
}
}
else {
validate33.errors = [{instancePath:instancePath+"/openact/runtime",schemaPath:"#/properties/openact/properties/runtime/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid19 = _errs62 === errors;
}
else {
var valid19 = true;
}
if(valid19){
if(data20.autonomy_level !== undefined){
let data27 = data20.autonomy_level;
const _errs71 = errors;
if(typeof data27 !== "string"){
validate33.errors = [{instancePath:instancePath+"/openact/autonomy_level",schemaPath:"#/$defs/autonomy_level/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!((((((data27 === "a2p2:L0") || (data27 === "a2p2:L1")) || (data27 === "a2p2:L2")) || (data27 === "a2p2:L3")) || (data27 === "a2p2:L4")) || (data27 === "a2p2:L5"))){
validate33.errors = [{instancePath:instancePath+"/openact/autonomy_level",schemaPath:"#/$defs/autonomy_level/enum",keyword:"enum",params:{allowedValues: schema119.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid19 = _errs71 === errors;
}
else {
var valid19 = true;
}
if(valid19){
if(data20.confirm_above !== undefined){
let data28 = data20.confirm_above;
const _errs74 = errors;
const _errs75 = errors;
if(errors === _errs75){
if((typeof data28 == "number") && (isFinite(data28))){
if(data28 > 9999999999999.99 || isNaN(data28)){
validate33.errors = [{instancePath:instancePath+"/openact/confirm_above",schemaPath:"#/$defs/amount_number/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9999999999999.99},message:"must be <= 9999999999999.99"}];
return false;
}
else {
if(data28 < 0 || isNaN(data28)){
validate33.errors = [{instancePath:instancePath+"/openact/confirm_above",schemaPath:"#/$defs/amount_number/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
else {
validate33.errors = [{instancePath:instancePath+"/openact/confirm_above",schemaPath:"#/$defs/amount_number/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
}
var valid19 = _errs74 === errors;
}
else {
var valid19 = true;
}
if(valid19){
if(data20.delegation_depth !== undefined){
let data29 = data20.delegation_depth;
const _errs77 = errors;
if(!(((typeof data29 == "number") && (!(data29 % 1) && !isNaN(data29))) && (isFinite(data29)))){
validate33.errors = [{instancePath:instancePath+"/openact/delegation_depth",schemaPath:"#/properties/openact/properties/delegation_depth/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs77){
if((typeof data29 == "number") && (isFinite(data29))){
if(data29 > 3 || isNaN(data29)){
validate33.errors = [{instancePath:instancePath+"/openact/delegation_depth",schemaPath:"#/properties/openact/properties/delegation_depth/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3},message:"must be <= 3"}];
return false;
}
else {
if(data29 < 0 || isNaN(data29)){
validate33.errors = [{instancePath:instancePath+"/openact/delegation_depth",schemaPath:"#/properties/openact/properties/delegation_depth/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
}
var valid19 = _errs77 === errors;
}
else {
var valid19 = true;
}
if(valid19){
if(data20.parent_mandate !== undefined){
let data30 = data20.parent_mandate;
const _errs79 = errors;
const _errs80 = errors;
if(errors === _errs80){
if(typeof data30 === "string"){
if(!pattern8.test(data30)){
validate33.errors = [{instancePath:instancePath+"/openact/parent_mandate",schemaPath:"#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""}];
return false;
}
}
else {
validate33.errors = [{instancePath:instancePath+"/openact/parent_mandate",schemaPath:"#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid19 = _errs79 === errors;
}
else {
var valid19 = true;
}
}
}
}
}
}
}
}
}
else {
validate33.errors = [{instancePath:instancePath+"/openact",schemaPath:"#/properties/openact/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs52 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
else {
validate33.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate33.errors = vErrors;
return errors === 0;
}


function validate30(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://openact.example/schemas/1/iac.json" */;
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = false;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.intent_id === undefined) && (missing0 = "intent_id")){
const err0 = {instancePath,schemaPath:"#/anyOf/0/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
var _valid0 = _errs2 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if((data.conversation_history === undefined) && (missing1 = "conversation_history")){
const err1 = {instancePath,schemaPath:"#/anyOf/1/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
var _valid0 = _errs3 === errors;
valid0 = valid0 || _valid0;
}
if(!valid0){
const err2 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
validate30.errors = vErrors;
return false;
}
else {
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing2;
if(((((((data.delegation_id === undefined) && (missing2 = "delegation_id")) || ((data.delegator_identity === undefined) && (missing2 = "delegator_identity"))) || ((data.agent_id === undefined) && (missing2 = "agent_id"))) || ((data.validity_start_time === undefined) && (missing2 = "validity_start_time"))) || ((data.validity_end_time === undefined) && (missing2 = "validity_end_time"))) || ((data.max_total_amount === undefined) && (missing2 = "max_total_amount"))){
validate30.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"}];
return false;
}
else {
const _errs4 = errors;
for(const key0 in data){
if(!(func6.call(schema90.properties, key0))){
validate30.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs4 === errors){
if(data.delegation_id !== undefined){
let data0 = data.delegation_id;
const _errs5 = errors;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data0 === "string"){
if(!pattern5.test(data0)){
validate30.errors = [{instancePath:instancePath+"/delegation_id",schemaPath:"common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate30.errors = [{instancePath:instancePath+"/delegation_id",schemaPath:"common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid1 = _errs5 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.delegator_identity !== undefined){
let data1 = data.delegator_identity;
const _errs8 = errors;
const _errs9 = errors;
if(errors === _errs9){
if(typeof data1 === "string"){
if(!pattern10.test(data1)){
validate30.errors = [{instancePath:instancePath+"/delegator_identity",schemaPath:"common.json#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate30.errors = [{instancePath:instancePath+"/delegator_identity",schemaPath:"common.json#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid1 = _errs8 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.agent_id !== undefined){
let data2 = data.agent_id;
const _errs11 = errors;
const _errs12 = errors;
if(errors === _errs12){
if(typeof data2 === "string"){
if(!pattern10.test(data2)){
validate30.errors = [{instancePath:instancePath+"/agent_id",schemaPath:"common.json#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate30.errors = [{instancePath:instancePath+"/agent_id",schemaPath:"common.json#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid1 = _errs11 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.validity_start_time !== undefined){
let data3 = data.validity_start_time;
const _errs14 = errors;
const _errs15 = errors;
if(errors === _errs15){
if(typeof data3 === "string"){
if(!pattern9.test(data3)){
validate30.errors = [{instancePath:instancePath+"/validity_start_time",schemaPath:"common.json#/$defs/utc_time/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"+"\""}];
return false;
}
}
else {
validate30.errors = [{instancePath:instancePath+"/validity_start_time",schemaPath:"common.json#/$defs/utc_time/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid1 = _errs14 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.validity_end_time !== undefined){
let data4 = data.validity_end_time;
const _errs17 = errors;
const _errs18 = errors;
if(errors === _errs18){
if(typeof data4 === "string"){
if(!pattern9.test(data4)){
validate30.errors = [{instancePath:instancePath+"/validity_end_time",schemaPath:"common.json#/$defs/utc_time/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"+"\""}];
return false;
}
}
else {
validate30.errors = [{instancePath:instancePath+"/validity_end_time",schemaPath:"common.json#/$defs/utc_time/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid1 = _errs17 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.max_total_amount !== undefined){
let data5 = data.max_total_amount;
const _errs20 = errors;
const _errs21 = errors;
if(errors === _errs21){
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 > 9999999999999.99 || isNaN(data5)){
validate30.errors = [{instancePath:instancePath+"/max_total_amount",schemaPath:"common.json#/$defs/amount_number/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9999999999999.99},message:"must be <= 9999999999999.99"}];
return false;
}
else {
if(data5 < 0 || isNaN(data5)){
validate30.errors = [{instancePath:instancePath+"/max_total_amount",schemaPath:"common.json#/$defs/amount_number/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
else {
validate30.errors = [{instancePath:instancePath+"/max_total_amount",schemaPath:"common.json#/$defs/amount_number/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
}
var valid1 = _errs20 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.intent_id !== undefined){
let data6 = data.intent_id;
const _errs23 = errors;
const _errs24 = errors;
if(errors === _errs24){
if(typeof data6 === "string"){
if(!pattern5.test(data6)){
validate30.errors = [{instancePath:instancePath+"/intent_id",schemaPath:"common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate30.errors = [{instancePath:instancePath+"/intent_id",schemaPath:"common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid1 = _errs23 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.conversation_history !== undefined){
const _errs26 = errors;
if(!(validate31(data.conversation_history, {instancePath:instancePath+"/conversation_history",parentData:data,parentDataProperty:"conversation_history",rootData}))){
vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
errors = vErrors.length;
}
var valid1 = _errs26 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.delegation_mode !== undefined){
let data8 = data.delegation_mode;
const _errs27 = errors;
if(typeof data8 !== "string"){
validate30.errors = [{instancePath:instancePath+"/delegation_mode",schemaPath:"common.json#/$defs/delegation_mode/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!((data8 === "SPECIFIED") || (data8 === "BOUNDED"))){
validate30.errors = [{instancePath:instancePath+"/delegation_mode",schemaPath:"common.json#/$defs/delegation_mode/enum",keyword:"enum",params:{allowedValues: schema101.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid1 = _errs27 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.currency !== undefined){
let data9 = data.currency;
const _errs30 = errors;
const _errs31 = errors;
if(errors === _errs31){
if(typeof data9 === "string"){
if(!pattern7.test(data9)){
validate30.errors = [{instancePath:instancePath+"/currency",schemaPath:"common.json#/$defs/currency/pattern",keyword:"pattern",params:{pattern: "^[A-Z]{3}$"},message:"must match pattern \""+"^[A-Z]{3}$"+"\""}];
return false;
}
}
else {
validate30.errors = [{instancePath:instancePath+"/currency",schemaPath:"common.json#/$defs/currency/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid1 = _errs30 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.allowed_payment_methods !== undefined){
let data10 = data.allowed_payment_methods;
const _errs33 = errors;
if(errors === _errs33){
if(Array.isArray(data10)){
if(data10.length > 16){
validate30.errors = [{instancePath:instancePath+"/allowed_payment_methods",schemaPath:"#/properties/allowed_payment_methods/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items"}];
return false;
}
else {
if(data10.length < 1){
validate30.errors = [{instancePath:instancePath+"/allowed_payment_methods",schemaPath:"#/properties/allowed_payment_methods/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid11 = true;
const len0 = data10.length;
for(let i0=0; i0<len0; i0++){
let data11 = data10[i0];
const _errs35 = errors;
const _errs36 = errors;
if(errors === _errs36){
if(typeof data11 === "string"){
if(!pattern4.test(data11)){
validate30.errors = [{instancePath:instancePath+"/allowed_payment_methods/" + i0,schemaPath:"common.json#/$defs/urn/pattern",keyword:"pattern",params:{pattern: "^urn:act:[A-Za-z0-9._:-]{1,120}$"},message:"must match pattern \""+"^urn:act:[A-Za-z0-9._:-]{1,120}$"+"\""}];
return false;
}
}
else {
validate30.errors = [{instancePath:instancePath+"/allowed_payment_methods/" + i0,schemaPath:"common.json#/$defs/urn/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid11 = _errs35 === errors;
if(!valid11){
break;
}
}
if(valid11){
let i1 = data10.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data10[i1], data10[j0])){
validate30.errors = [{instancePath:instancePath+"/allowed_payment_methods",schemaPath:"#/properties/allowed_payment_methods/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)"}];
return false;
break outer0;
}
}
}
}
}
}
}
}
else {
validate30.errors = [{instancePath:instancePath+"/allowed_payment_methods",schemaPath:"#/properties/allowed_payment_methods/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid1 = _errs33 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.user_confirmation_method !== undefined){
let data12 = data.user_confirmation_method;
const _errs38 = errors;
if(typeof data12 !== "string"){
validate30.errors = [{instancePath:instancePath+"/user_confirmation_method",schemaPath:"common.json#/$defs/confirmation_method/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!(((((((data12 === "FACE") || (data12 === "FINGERPRINT")) || (data12 === "PASSWORD")) || (data12 === "OTP")) || (data12 === "GAZE")) || (data12 === "VOICE")) || (data12 === "QR"))){
validate30.errors = [{instancePath:instancePath+"/user_confirmation_method",schemaPath:"common.json#/$defs/confirmation_method/enum",keyword:"enum",params:{allowedValues: schema104.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid1 = _errs38 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.user_confirmation_timestamp !== undefined){
let data13 = data.user_confirmation_timestamp;
const _errs41 = errors;
const _errs42 = errors;
if(errors === _errs42){
if(typeof data13 === "string"){
if(!pattern9.test(data13)){
validate30.errors = [{instancePath:instancePath+"/user_confirmation_timestamp",schemaPath:"common.json#/$defs/utc_time/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"+"\""}];
return false;
}
}
else {
validate30.errors = [{instancePath:instancePath+"/user_confirmation_timestamp",schemaPath:"common.json#/$defs/utc_time/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid1 = _errs41 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.source_isr_digest !== undefined){
let data14 = data.source_isr_digest;
const _errs44 = errors;
const _errs45 = errors;
if(errors === _errs45){
if(typeof data14 === "string"){
if(!pattern8.test(data14)){
validate30.errors = [{instancePath:instancePath+"/source_isr_digest",schemaPath:"common.json#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""}];
return false;
}
}
else {
validate30.errors = [{instancePath:instancePath+"/source_isr_digest",schemaPath:"common.json#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid1 = _errs44 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.ext !== undefined){
const _errs47 = errors;
if(!(validate33(data.ext, {instancePath:instancePath+"/ext",parentData:data,parentDataProperty:"ext",rootData}))){
vErrors = vErrors === null ? validate33.errors : vErrors.concat(validate33.errors);
errors = vErrors.length;
}
var valid1 = _errs47 === errors;
}
else {
var valid1 = true;
}
if(valid1){
let missing3;
if(data.user_confirmation_method !== undefined && ((data.user_confirmation_timestamp === undefined) && (missing3 = "user_confirmation_timestamp"))){
validate30.errors = [{instancePath,schemaPath:"#/dependentRequired",keyword:"dependentRequired",params:{property: "user_confirmation_method",
    missingProperty: missing3,
    depsCount: 1,
    deps: "user_confirmation_timestamp"},message:"must have property user_confirmation_timestamp when property user_confirmation_method is present"}];
return false;
}
else {
if(data.user_confirmation_timestamp !== undefined && ((data.user_confirmation_method === undefined) && (missing3 = "user_confirmation_method"))){
validate30.errors = [{instancePath,schemaPath:"#/dependentRequired",keyword:"dependentRequired",params:{property: "user_confirmation_timestamp",
    missingProperty: missing3,
    depsCount: 1,
    deps: "user_confirmation_method"},message:"must have property user_confirmation_method when property user_confirmation_timestamp is present"}];
return false;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate30.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate30.errors = vErrors;
return errors === 0;
}

const schema130 = {"type":"object","description":"A reduction and who pays for it.","additionalProperties":false,"required":["funder","amount"],"properties":{"funder":{"$ref":"#/$defs/did"},"amount":{"$ref":"#/$defs/amount"},"label":{"type":"string","minLength":1,"maxLength":80}}};

function validate36(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.funder === undefined) && (missing0 = "funder")) || ((data.amount === undefined) && (missing0 = "amount"))){
validate36.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((key0 === "funder") || (key0 === "amount")) || (key0 === "label"))){
validate36.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.funder !== undefined){
let data0 = data.funder;
const _errs2 = errors;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data0 === "string"){
if(!pattern10.test(data0)){
validate36.errors = [{instancePath:instancePath+"/funder",schemaPath:"#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate36.errors = [{instancePath:instancePath+"/funder",schemaPath:"#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.amount !== undefined){
let data1 = data.amount;
const _errs5 = errors;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data1 === "string"){
if(!pattern6.test(data1)){
validate36.errors = [{instancePath:instancePath+"/amount",schemaPath:"#/$defs/amount/pattern",keyword:"pattern",params:{pattern: "^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"},message:"must match pattern \""+"^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"+"\""}];
return false;
}
}
else {
validate36.errors = [{instancePath:instancePath+"/amount",schemaPath:"#/$defs/amount/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.label !== undefined){
let data2 = data.label;
const _errs8 = errors;
if(errors === _errs8){
if(typeof data2 === "string"){
if(func1(data2) > 80){
validate36.errors = [{instancePath:instancePath+"/label",schemaPath:"#/properties/label/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters"}];
return false;
}
else {
if(func1(data2) < 1){
validate36.errors = [{instancePath:instancePath+"/label",schemaPath:"#/properties/label/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate36.errors = [{instancePath:instancePath+"/label",schemaPath:"#/properties/label/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
validate36.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate36.errors = vErrors;
return errors === 0;
}


function validate29(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://openact.example/schemas/1/shown.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((data.kind === undefined) && (missing0 = "kind")) || ((data.issuer === undefined) && (missing0 = "issuer"))) || ((data.psp_id === undefined) && (missing0 = "psp_id"))) || ((data.agent === undefined) && (missing0 = "agent"))) || ((data.summary === undefined) && (missing0 = "summary"))){
validate29.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func6.call(schema84.properties, key0))){
validate29.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.kind !== undefined){
let data0 = data.kind;
const _errs2 = errors;
if(typeof data0 !== "string"){
validate29.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!((((data0 === "mandate") || (data0 === "tool_binding")) || (data0 === "sub_account")) || (data0 === "payment"))){
validate29.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/enum",keyword:"enum",params:{allowedValues: schema84.properties.kind.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.issuer !== undefined){
let data1 = data.issuer;
const _errs4 = errors;
const _errs5 = errors;
if(errors === _errs5){
if(typeof data1 === "string"){
if(!pattern10.test(data1)){
validate29.errors = [{instancePath:instancePath+"/issuer",schemaPath:"common.json#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate29.errors = [{instancePath:instancePath+"/issuer",schemaPath:"common.json#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.psp_id !== undefined){
let data2 = data.psp_id;
const _errs7 = errors;
const _errs8 = errors;
if(errors === _errs8){
if(typeof data2 === "string"){
if(!pattern10.test(data2)){
validate29.errors = [{instancePath:instancePath+"/psp_id",schemaPath:"common.json#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate29.errors = [{instancePath:instancePath+"/psp_id",schemaPath:"common.json#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.agent !== undefined){
let data3 = data.agent;
const _errs10 = errors;
if(errors === _errs10){
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
let missing1;
if(((data3.agent_id === undefined) && (missing1 = "agent_id")) || ((data3.jkt === undefined) && (missing1 = "jkt"))){
validate29.errors = [{instancePath:instancePath+"/agent",schemaPath:"#/properties/agent/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs12 = errors;
for(const key1 in data3){
if(!((key1 === "agent_id") || (key1 === "jkt"))){
validate29.errors = [{instancePath:instancePath+"/agent",schemaPath:"#/properties/agent/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs12 === errors){
if(data3.agent_id !== undefined){
let data4 = data3.agent_id;
const _errs13 = errors;
const _errs14 = errors;
if(errors === _errs14){
if(typeof data4 === "string"){
if(!pattern10.test(data4)){
validate29.errors = [{instancePath:instancePath+"/agent/agent_id",schemaPath:"common.json#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate29.errors = [{instancePath:instancePath+"/agent/agent_id",schemaPath:"common.json#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid3 = _errs13 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data3.jkt !== undefined){
let data5 = data3.jkt;
const _errs16 = errors;
const _errs17 = errors;
if(errors === _errs17){
if(typeof data5 === "string"){
if(!pattern8.test(data5)){
validate29.errors = [{instancePath:instancePath+"/agent/jkt",schemaPath:"common.json#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""}];
return false;
}
}
else {
validate29.errors = [{instancePath:instancePath+"/agent/jkt",schemaPath:"common.json#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid3 = _errs16 === errors;
}
else {
var valid3 = true;
}
}
}
}
}
else {
validate29.errors = [{instancePath:instancePath+"/agent",schemaPath:"#/properties/agent/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.summary !== undefined){
let data6 = data.summary;
const _errs19 = errors;
const _errs20 = errors;
if(errors === _errs20){
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
let missing2;
if(((data6.en === undefined) && (missing2 = "en")) || ((data6.zh === undefined) && (missing2 = "zh"))){
validate29.errors = [{instancePath:instancePath+"/summary",schemaPath:"common.json#/$defs/summary/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"}];
return false;
}
else {
const _errs22 = errors;
for(const key2 in data6){
if(!((key2 === "en") || (key2 === "zh"))){
validate29.errors = [{instancePath:instancePath+"/summary",schemaPath:"common.json#/$defs/summary/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs22 === errors){
if(data6.en !== undefined){
let data7 = data6.en;
const _errs23 = errors;
if(errors === _errs23){
if(typeof data7 === "string"){
if(func1(data7) > 2000){
validate29.errors = [{instancePath:instancePath+"/summary/en",schemaPath:"common.json#/$defs/summary/properties/en/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters"}];
return false;
}
else {
if(func1(data7) < 1){
validate29.errors = [{instancePath:instancePath+"/summary/en",schemaPath:"common.json#/$defs/summary/properties/en/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate29.errors = [{instancePath:instancePath+"/summary/en",schemaPath:"common.json#/$defs/summary/properties/en/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid7 = _errs23 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data6.zh !== undefined){
let data8 = data6.zh;
const _errs25 = errors;
if(errors === _errs25){
if(typeof data8 === "string"){
if(func1(data8) > 2000){
validate29.errors = [{instancePath:instancePath+"/summary/zh",schemaPath:"common.json#/$defs/summary/properties/zh/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters"}];
return false;
}
else {
if(func1(data8) < 1){
validate29.errors = [{instancePath:instancePath+"/summary/zh",schemaPath:"common.json#/$defs/summary/properties/zh/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate29.errors = [{instancePath:instancePath+"/summary/zh",schemaPath:"common.json#/$defs/summary/properties/zh/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid7 = _errs25 === errors;
}
else {
var valid7 = true;
}
}
}
}
}
else {
validate29.errors = [{instancePath:instancePath+"/summary",schemaPath:"common.json#/$defs/summary/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs19 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.iac !== undefined){
const _errs27 = errors;
if(!(validate30(data.iac, {instancePath:instancePath+"/iac",parentData:data,parentDataProperty:"iac",rootData}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
errors = vErrors.length;
}
var valid0 = _errs27 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.limits !== undefined){
let data10 = data.limits;
const _errs28 = errors;
if(errors === _errs28){
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
let missing3;
if((((data10.currency === undefined) && (missing3 = "currency")) || ((data10.max_amount === undefined) && (missing3 = "max_amount"))) || ((data10.valid_until === undefined) && (missing3 = "valid_until"))){
validate29.errors = [{instancePath:instancePath+"/limits",schemaPath:"#/properties/limits/required",keyword:"required",params:{missingProperty: missing3},message:"must have required property '"+missing3+"'"}];
return false;
}
else {
const _errs30 = errors;
for(const key3 in data10){
if(!(((((key3 === "currency") || (key3 === "max_amount")) || (key3 === "valid_until")) || (key3 === "merchants")) || (key3 === "confirm_each"))){
validate29.errors = [{instancePath:instancePath+"/limits",schemaPath:"#/properties/limits/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs30 === errors){
if(data10.currency !== undefined){
let data11 = data10.currency;
const _errs31 = errors;
const _errs32 = errors;
if(errors === _errs32){
if(typeof data11 === "string"){
if(!pattern7.test(data11)){
validate29.errors = [{instancePath:instancePath+"/limits/currency",schemaPath:"common.json#/$defs/currency/pattern",keyword:"pattern",params:{pattern: "^[A-Z]{3}$"},message:"must match pattern \""+"^[A-Z]{3}$"+"\""}];
return false;
}
}
else {
validate29.errors = [{instancePath:instancePath+"/limits/currency",schemaPath:"common.json#/$defs/currency/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid8 = _errs31 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data10.max_amount !== undefined){
let data12 = data10.max_amount;
const _errs34 = errors;
const _errs35 = errors;
if(errors === _errs35){
if(typeof data12 === "string"){
if(!pattern6.test(data12)){
validate29.errors = [{instancePath:instancePath+"/limits/max_amount",schemaPath:"common.json#/$defs/amount/pattern",keyword:"pattern",params:{pattern: "^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"},message:"must match pattern \""+"^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"+"\""}];
return false;
}
}
else {
validate29.errors = [{instancePath:instancePath+"/limits/max_amount",schemaPath:"common.json#/$defs/amount/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid8 = _errs34 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data10.valid_until !== undefined){
let data13 = data10.valid_until;
const _errs37 = errors;
const _errs38 = errors;
if(errors === _errs38){
if(typeof data13 === "string"){
if(!pattern9.test(data13)){
validate29.errors = [{instancePath:instancePath+"/limits/valid_until",schemaPath:"common.json#/$defs/utc_time/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"+"\""}];
return false;
}
}
else {
validate29.errors = [{instancePath:instancePath+"/limits/valid_until",schemaPath:"common.json#/$defs/utc_time/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid8 = _errs37 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data10.merchants !== undefined){
let data14 = data10.merchants;
const _errs40 = errors;
if(errors === _errs40){
if(Array.isArray(data14)){
if(data14.length > 64){
validate29.errors = [{instancePath:instancePath+"/limits/merchants",schemaPath:"#/properties/limits/properties/merchants/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"}];
return false;
}
else {
if(data14.length < 1){
validate29.errors = [{instancePath:instancePath+"/limits/merchants",schemaPath:"#/properties/limits/properties/merchants/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid12 = true;
const len0 = data14.length;
for(let i0=0; i0<len0; i0++){
let data15 = data14[i0];
const _errs42 = errors;
const _errs43 = errors;
if(errors === _errs43){
if(typeof data15 === "string"){
if(!pattern10.test(data15)){
validate29.errors = [{instancePath:instancePath+"/limits/merchants/" + i0,schemaPath:"common.json#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate29.errors = [{instancePath:instancePath+"/limits/merchants/" + i0,schemaPath:"common.json#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid12 = _errs42 === errors;
if(!valid12){
break;
}
}
if(valid12){
let i1 = data14.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data14[i1], data14[j0])){
validate29.errors = [{instancePath:instancePath+"/limits/merchants",schemaPath:"#/properties/limits/properties/merchants/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)"}];
return false;
break outer0;
}
}
}
}
}
}
}
}
else {
validate29.errors = [{instancePath:instancePath+"/limits/merchants",schemaPath:"#/properties/limits/properties/merchants/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid8 = _errs40 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data10.confirm_each !== undefined){
const _errs45 = errors;
if(true !== data10.confirm_each){
validate29.errors = [{instancePath:instancePath+"/limits/confirm_each",schemaPath:"#/properties/limits/properties/confirm_each/const",keyword:"const",params:{allowedValue: true},message:"must be equal to constant"}];
return false;
}
var valid8 = _errs45 === errors;
}
else {
var valid8 = true;
}
}
}
}
}
}
}
}
else {
validate29.errors = [{instancePath:instancePath+"/limits",schemaPath:"#/properties/limits/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs28 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sub_account_key !== undefined){
let data17 = data.sub_account_key;
const _errs46 = errors;
const _errs47 = errors;
if(errors === _errs47){
if(typeof data17 === "string"){
if(!pattern8.test(data17)){
validate29.errors = [{instancePath:instancePath+"/sub_account_key",schemaPath:"common.json#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""}];
return false;
}
}
else {
validate29.errors = [{instancePath:instancePath+"/sub_account_key",schemaPath:"common.json#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs46 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.payment !== undefined){
let data18 = data.payment;
const _errs49 = errors;
if(errors === _errs49){
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
let missing4;
if(((((((((data18.out_trade_no === undefined) && (missing4 = "out_trade_no")) || ((data18.merchant === undefined) && (missing4 = "merchant"))) || ((data18.amount === undefined) && (missing4 = "amount"))) || ((data18.discounts === undefined) && (missing4 = "discounts"))) || ((data18.payer_amount === undefined) && (missing4 = "payer_amount"))) || ((data18.currency === undefined) && (missing4 = "currency"))) || ((data18.method_id === undefined) && (missing4 = "method_id"))) || ((data18.categories === undefined) && (missing4 = "categories"))){
validate29.errors = [{instancePath:instancePath+"/payment",schemaPath:"#/properties/payment/required",keyword:"required",params:{missingProperty: missing4},message:"must have required property '"+missing4+"'"}];
return false;
}
else {
const _errs51 = errors;
for(const key4 in data18){
if(!((((((((key4 === "out_trade_no") || (key4 === "merchant")) || (key4 === "amount")) || (key4 === "discounts")) || (key4 === "payer_amount")) || (key4 === "currency")) || (key4 === "method_id")) || (key4 === "categories"))){
validate29.errors = [{instancePath:instancePath+"/payment",schemaPath:"#/properties/payment/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs51 === errors){
if(data18.out_trade_no !== undefined){
let data19 = data18.out_trade_no;
const _errs52 = errors;
const _errs53 = errors;
if(errors === _errs53){
if(typeof data19 === "string"){
if(!pattern5.test(data19)){
validate29.errors = [{instancePath:instancePath+"/payment/out_trade_no",schemaPath:"common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate29.errors = [{instancePath:instancePath+"/payment/out_trade_no",schemaPath:"common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid16 = _errs52 === errors;
}
else {
var valid16 = true;
}
if(valid16){
if(data18.merchant !== undefined){
let data20 = data18.merchant;
const _errs55 = errors;
const _errs56 = errors;
if(errors === _errs56){
if(typeof data20 === "string"){
if(!pattern10.test(data20)){
validate29.errors = [{instancePath:instancePath+"/payment/merchant",schemaPath:"common.json#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate29.errors = [{instancePath:instancePath+"/payment/merchant",schemaPath:"common.json#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid16 = _errs55 === errors;
}
else {
var valid16 = true;
}
if(valid16){
if(data18.amount !== undefined){
let data21 = data18.amount;
const _errs58 = errors;
const _errs59 = errors;
if(errors === _errs59){
if(typeof data21 === "string"){
if(!pattern6.test(data21)){
validate29.errors = [{instancePath:instancePath+"/payment/amount",schemaPath:"common.json#/$defs/amount/pattern",keyword:"pattern",params:{pattern: "^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"},message:"must match pattern \""+"^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"+"\""}];
return false;
}
}
else {
validate29.errors = [{instancePath:instancePath+"/payment/amount",schemaPath:"common.json#/$defs/amount/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid16 = _errs58 === errors;
}
else {
var valid16 = true;
}
if(valid16){
if(data18.discounts !== undefined){
let data22 = data18.discounts;
const _errs61 = errors;
if(errors === _errs61){
if(Array.isArray(data22)){
if(data22.length > 16){
validate29.errors = [{instancePath:instancePath+"/payment/discounts",schemaPath:"#/properties/payment/properties/discounts/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items"}];
return false;
}
else {
if(data22.length < 0){
validate29.errors = [{instancePath:instancePath+"/payment/discounts",schemaPath:"#/properties/payment/properties/discounts/minItems",keyword:"minItems",params:{limit: 0},message:"must NOT have fewer than 0 items"}];
return false;
}
else {
var valid20 = true;
const len1 = data22.length;
for(let i2=0; i2<len1; i2++){
const _errs63 = errors;
if(!(validate36(data22[i2], {instancePath:instancePath+"/payment/discounts/" + i2,parentData:data22,parentDataProperty:i2,rootData}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
var valid20 = _errs63 === errors;
if(!valid20){
break;
}
}
}
}
}
else {
validate29.errors = [{instancePath:instancePath+"/payment/discounts",schemaPath:"#/properties/payment/properties/discounts/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid16 = _errs61 === errors;
}
else {
var valid16 = true;
}
if(valid16){
if(data18.payer_amount !== undefined){
let data24 = data18.payer_amount;
const _errs64 = errors;
const _errs65 = errors;
if(errors === _errs65){
if(typeof data24 === "string"){
if(!pattern6.test(data24)){
validate29.errors = [{instancePath:instancePath+"/payment/payer_amount",schemaPath:"common.json#/$defs/amount/pattern",keyword:"pattern",params:{pattern: "^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"},message:"must match pattern \""+"^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"+"\""}];
return false;
}
}
else {
validate29.errors = [{instancePath:instancePath+"/payment/payer_amount",schemaPath:"common.json#/$defs/amount/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid16 = _errs64 === errors;
}
else {
var valid16 = true;
}
if(valid16){
if(data18.currency !== undefined){
let data25 = data18.currency;
const _errs67 = errors;
const _errs68 = errors;
if(errors === _errs68){
if(typeof data25 === "string"){
if(!pattern7.test(data25)){
validate29.errors = [{instancePath:instancePath+"/payment/currency",schemaPath:"common.json#/$defs/currency/pattern",keyword:"pattern",params:{pattern: "^[A-Z]{3}$"},message:"must match pattern \""+"^[A-Z]{3}$"+"\""}];
return false;
}
}
else {
validate29.errors = [{instancePath:instancePath+"/payment/currency",schemaPath:"common.json#/$defs/currency/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid16 = _errs67 === errors;
}
else {
var valid16 = true;
}
if(valid16){
if(data18.method_id !== undefined){
let data26 = data18.method_id;
const _errs70 = errors;
const _errs71 = errors;
if(errors === _errs71){
if(typeof data26 === "string"){
if(!pattern4.test(data26)){
validate29.errors = [{instancePath:instancePath+"/payment/method_id",schemaPath:"common.json#/$defs/urn/pattern",keyword:"pattern",params:{pattern: "^urn:act:[A-Za-z0-9._:-]{1,120}$"},message:"must match pattern \""+"^urn:act:[A-Za-z0-9._:-]{1,120}$"+"\""}];
return false;
}
}
else {
validate29.errors = [{instancePath:instancePath+"/payment/method_id",schemaPath:"common.json#/$defs/urn/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid16 = _errs70 === errors;
}
else {
var valid16 = true;
}
if(valid16){
if(data18.categories !== undefined){
let data27 = data18.categories;
const _errs73 = errors;
if(errors === _errs73){
if(Array.isArray(data27)){
if(data27.length > 100){
validate29.errors = [{instancePath:instancePath+"/payment/categories",schemaPath:"#/properties/payment/properties/categories/maxItems",keyword:"maxItems",params:{limit: 100},message:"must NOT have more than 100 items"}];
return false;
}
else {
if(data27.length < 1){
validate29.errors = [{instancePath:instancePath+"/payment/categories",schemaPath:"#/properties/payment/properties/categories/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid24 = true;
const len2 = data27.length;
for(let i3=0; i3<len2; i3++){
let data28 = data27[i3];
const _errs75 = errors;
const _errs76 = errors;
if(errors === _errs76){
if(typeof data28 === "string"){
if(!pattern62.test(data28)){
validate29.errors = [{instancePath:instancePath+"/payment/categories/" + i3,schemaPath:"common.json#/$defs/category/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9._/-]{0,63}$"},message:"must match pattern \""+"^[a-z0-9][a-z0-9._/-]{0,63}$"+"\""}];
return false;
}
}
else {
validate29.errors = [{instancePath:instancePath+"/payment/categories/" + i3,schemaPath:"common.json#/$defs/category/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid24 = _errs75 === errors;
if(!valid24){
break;
}
}
}
}
}
else {
validate29.errors = [{instancePath:instancePath+"/payment/categories",schemaPath:"#/properties/payment/properties/categories/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid16 = _errs73 === errors;
}
else {
var valid16 = true;
}
}
}
}
}
}
}
}
}
}
}
else {
validate29.errors = [{instancePath:instancePath+"/payment",schemaPath:"#/properties/payment/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs49 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate29.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate29.errors = vErrors;
return errors === 0;
}

const schema142 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://openact.example/schemas/1/cart.json","title":"Cart","description":"The lines behind a quote's cart_digest. The account side never sees them.","type":"object","additionalProperties":false,"required":["salt","lines"],"properties":{"salt":{"$ref":"common.json#/$defs/salt"},"lines":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["item_id","name","category","quantity","unit_price","amount"],"properties":{"item_id":{"$ref":"common.json#/$defs/id"},"name":{"type":"string","minLength":1,"maxLength":200},"category":{"$ref":"common.json#/$defs/category"},"quantity":{"type":"integer","minimum":1,"maximum":10000},"unit_price":{"$ref":"common.json#/$defs/amount"},"amount":{"$ref":"common.json#/$defs/amount"}}},"minItems":1,"maxItems":100}}};

function validate39(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://openact.example/schemas/1/cart.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.salt === undefined) && (missing0 = "salt")) || ((data.lines === undefined) && (missing0 = "lines"))){
validate39.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "salt") || (key0 === "lines"))){
validate39.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.salt !== undefined){
let data0 = data.salt;
const _errs2 = errors;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data0 === "string"){
if(!pattern89.test(data0)){
validate39.errors = [{instancePath:instancePath+"/salt",schemaPath:"common.json#/$defs/salt/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{22,43}$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{22,43}$"+"\""}];
return false;
}
}
else {
validate39.errors = [{instancePath:instancePath+"/salt",schemaPath:"common.json#/$defs/salt/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.lines !== undefined){
let data1 = data.lines;
const _errs5 = errors;
if(errors === _errs5){
if(Array.isArray(data1)){
if(data1.length > 100){
validate39.errors = [{instancePath:instancePath+"/lines",schemaPath:"#/properties/lines/maxItems",keyword:"maxItems",params:{limit: 100},message:"must NOT have more than 100 items"}];
return false;
}
else {
if(data1.length < 1){
validate39.errors = [{instancePath:instancePath+"/lines",schemaPath:"#/properties/lines/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid2 = true;
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
const _errs7 = errors;
if(errors === _errs7){
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
let missing1;
if(((((((data2.item_id === undefined) && (missing1 = "item_id")) || ((data2.name === undefined) && (missing1 = "name"))) || ((data2.category === undefined) && (missing1 = "category"))) || ((data2.quantity === undefined) && (missing1 = "quantity"))) || ((data2.unit_price === undefined) && (missing1 = "unit_price"))) || ((data2.amount === undefined) && (missing1 = "amount"))){
validate39.errors = [{instancePath:instancePath+"/lines/" + i0,schemaPath:"#/properties/lines/items/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs9 = errors;
for(const key1 in data2){
if(!((((((key1 === "item_id") || (key1 === "name")) || (key1 === "category")) || (key1 === "quantity")) || (key1 === "unit_price")) || (key1 === "amount"))){
validate39.errors = [{instancePath:instancePath+"/lines/" + i0,schemaPath:"#/properties/lines/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs9 === errors){
if(data2.item_id !== undefined){
let data3 = data2.item_id;
const _errs10 = errors;
const _errs11 = errors;
if(errors === _errs11){
if(typeof data3 === "string"){
if(!pattern5.test(data3)){
validate39.errors = [{instancePath:instancePath+"/lines/" + i0+"/item_id",schemaPath:"common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate39.errors = [{instancePath:instancePath+"/lines/" + i0+"/item_id",schemaPath:"common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid3 = _errs10 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data2.name !== undefined){
let data4 = data2.name;
const _errs13 = errors;
if(errors === _errs13){
if(typeof data4 === "string"){
if(func1(data4) > 200){
validate39.errors = [{instancePath:instancePath+"/lines/" + i0+"/name",schemaPath:"#/properties/lines/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters"}];
return false;
}
else {
if(func1(data4) < 1){
validate39.errors = [{instancePath:instancePath+"/lines/" + i0+"/name",schemaPath:"#/properties/lines/items/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate39.errors = [{instancePath:instancePath+"/lines/" + i0+"/name",schemaPath:"#/properties/lines/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid3 = _errs13 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data2.category !== undefined){
let data5 = data2.category;
const _errs15 = errors;
const _errs16 = errors;
if(errors === _errs16){
if(typeof data5 === "string"){
if(!pattern62.test(data5)){
validate39.errors = [{instancePath:instancePath+"/lines/" + i0+"/category",schemaPath:"common.json#/$defs/category/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9._/-]{0,63}$"},message:"must match pattern \""+"^[a-z0-9][a-z0-9._/-]{0,63}$"+"\""}];
return false;
}
}
else {
validate39.errors = [{instancePath:instancePath+"/lines/" + i0+"/category",schemaPath:"common.json#/$defs/category/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid3 = _errs15 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data2.quantity !== undefined){
let data6 = data2.quantity;
const _errs18 = errors;
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
validate39.errors = [{instancePath:instancePath+"/lines/" + i0+"/quantity",schemaPath:"#/properties/lines/items/properties/quantity/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs18){
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 > 10000 || isNaN(data6)){
validate39.errors = [{instancePath:instancePath+"/lines/" + i0+"/quantity",schemaPath:"#/properties/lines/items/properties/quantity/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10000},message:"must be <= 10000"}];
return false;
}
else {
if(data6 < 1 || isNaN(data6)){
validate39.errors = [{instancePath:instancePath+"/lines/" + i0+"/quantity",schemaPath:"#/properties/lines/items/properties/quantity/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
}
}
}
}
var valid3 = _errs18 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data2.unit_price !== undefined){
let data7 = data2.unit_price;
const _errs20 = errors;
const _errs21 = errors;
if(errors === _errs21){
if(typeof data7 === "string"){
if(!pattern6.test(data7)){
validate39.errors = [{instancePath:instancePath+"/lines/" + i0+"/unit_price",schemaPath:"common.json#/$defs/amount/pattern",keyword:"pattern",params:{pattern: "^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"},message:"must match pattern \""+"^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"+"\""}];
return false;
}
}
else {
validate39.errors = [{instancePath:instancePath+"/lines/" + i0+"/unit_price",schemaPath:"common.json#/$defs/amount/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid3 = _errs20 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data2.amount !== undefined){
let data8 = data2.amount;
const _errs23 = errors;
const _errs24 = errors;
if(errors === _errs24){
if(typeof data8 === "string"){
if(!pattern6.test(data8)){
validate39.errors = [{instancePath:instancePath+"/lines/" + i0+"/amount",schemaPath:"common.json#/$defs/amount/pattern",keyword:"pattern",params:{pattern: "^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"},message:"must match pattern \""+"^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"+"\""}];
return false;
}
}
else {
validate39.errors = [{instancePath:instancePath+"/lines/" + i0+"/amount",schemaPath:"common.json#/$defs/amount/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid3 = _errs23 === errors;
}
else {
var valid3 = true;
}
}
}
}
}
}
}
}
}
else {
validate39.errors = [{instancePath:instancePath+"/lines/" + i0,schemaPath:"#/properties/lines/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid2 = _errs7 === errors;
if(!valid2){
break;
}
}
}
}
}
else {
validate39.errors = [{instancePath:instancePath+"/lines",schemaPath:"#/properties/lines/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
validate39.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate39.errors = vErrors;
return errors === 0;
}


function validate28(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://openact.example/schemas/1/bundle-instant.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((((((data.version === undefined) && (missing0 = "version")) || ((data.level === undefined) && (missing0 = "level"))) || ((data.trust_list === undefined) && (missing0 = "trust_list"))) || ((data.agent_attestation === undefined) && (missing0 = "agent_attestation"))) || ((data.enrolment === undefined) && (missing0 = "enrolment"))) || ((data.shown === undefined) && (missing0 = "shown"))) || ((data.confirmation === undefined) && (missing0 = "confirmation"))) || ((data.quote === undefined) && (missing0 = "quote"))) || ((data.payment_request === undefined) && (missing0 = "payment_request"))) || ((data.receipt === undefined) && (missing0 = "receipt"))) || ((data.authorization_salt === undefined) && (missing0 = "authorization_salt"))){
validate28.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func6.call(schema80.properties, key0))){
validate28.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.version !== undefined){
const _errs2 = errors;
if("1" !== data.version){
validate28.errors = [{instancePath:instancePath+"/version",schemaPath:"#/properties/version/const",keyword:"const",params:{allowedValue: "1"},message:"must be equal to constant"}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.level !== undefined){
const _errs3 = errors;
if("act:L1" !== data.level){
validate28.errors = [{instancePath:instancePath+"/level",schemaPath:"#/properties/level/const",keyword:"const",params:{allowedValue: "act:L1"},message:"must be equal to constant"}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.trust_list !== undefined){
let data2 = data.trust_list;
const _errs4 = errors;
const _errs5 = errors;
if(errors === _errs5){
if(typeof data2 === "string"){
if(func1(data2) > 131072){
validate28.errors = [{instancePath:instancePath+"/trust_list",schemaPath:"common.json#/$defs/long_jws/maxLength",keyword:"maxLength",params:{limit: 131072},message:"must NOT have more than 131072 characters"}];
return false;
}
else {
if(!pattern12.test(data2)){
validate28.errors = [{instancePath:instancePath+"/trust_list",schemaPath:"common.json#/$defs/long_jws/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"+"\""}];
return false;
}
}
}
else {
validate28.errors = [{instancePath:instancePath+"/trust_list",schemaPath:"common.json#/$defs/long_jws/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.agent_attestation !== undefined){
let data3 = data.agent_attestation;
const _errs7 = errors;
const _errs8 = errors;
if(errors === _errs8){
if(typeof data3 === "string"){
if(func1(data3) > 16384){
validate28.errors = [{instancePath:instancePath+"/agent_attestation",schemaPath:"common.json#/$defs/compact_jws/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters"}];
return false;
}
else {
if(!pattern12.test(data3)){
validate28.errors = [{instancePath:instancePath+"/agent_attestation",schemaPath:"common.json#/$defs/compact_jws/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"+"\""}];
return false;
}
}
}
else {
validate28.errors = [{instancePath:instancePath+"/agent_attestation",schemaPath:"common.json#/$defs/compact_jws/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.enrolment !== undefined){
let data4 = data.enrolment;
const _errs10 = errors;
const _errs11 = errors;
if(errors === _errs11){
if(typeof data4 === "string"){
if(func1(data4) > 16384){
validate28.errors = [{instancePath:instancePath+"/enrolment",schemaPath:"common.json#/$defs/compact_jws/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters"}];
return false;
}
else {
if(!pattern12.test(data4)){
validate28.errors = [{instancePath:instancePath+"/enrolment",schemaPath:"common.json#/$defs/compact_jws/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"+"\""}];
return false;
}
}
}
else {
validate28.errors = [{instancePath:instancePath+"/enrolment",schemaPath:"common.json#/$defs/compact_jws/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.shown !== undefined){
const _errs13 = errors;
if(!(validate29(data.shown, {instancePath:instancePath+"/shown",parentData:data,parentDataProperty:"shown",rootData}))){
vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
errors = vErrors.length;
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.confirmation !== undefined){
let data6 = data.confirmation;
const _errs14 = errors;
const _errs15 = errors;
if(errors === _errs15){
if(typeof data6 === "string"){
if(func1(data6) > 16384){
validate28.errors = [{instancePath:instancePath+"/confirmation",schemaPath:"common.json#/$defs/compact_jws/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters"}];
return false;
}
else {
if(!pattern12.test(data6)){
validate28.errors = [{instancePath:instancePath+"/confirmation",schemaPath:"common.json#/$defs/compact_jws/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"+"\""}];
return false;
}
}
}
else {
validate28.errors = [{instancePath:instancePath+"/confirmation",schemaPath:"common.json#/$defs/compact_jws/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.quote !== undefined){
let data7 = data.quote;
const _errs17 = errors;
const _errs18 = errors;
if(errors === _errs18){
if(typeof data7 === "string"){
if(func1(data7) > 16384){
validate28.errors = [{instancePath:instancePath+"/quote",schemaPath:"common.json#/$defs/compact_jws/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters"}];
return false;
}
else {
if(!pattern12.test(data7)){
validate28.errors = [{instancePath:instancePath+"/quote",schemaPath:"common.json#/$defs/compact_jws/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"+"\""}];
return false;
}
}
}
else {
validate28.errors = [{instancePath:instancePath+"/quote",schemaPath:"common.json#/$defs/compact_jws/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.payment_request !== undefined){
let data8 = data.payment_request;
const _errs20 = errors;
const _errs21 = errors;
if(errors === _errs21){
if(typeof data8 === "string"){
if(func1(data8) > 16384){
validate28.errors = [{instancePath:instancePath+"/payment_request",schemaPath:"common.json#/$defs/compact_jws/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters"}];
return false;
}
else {
if(!pattern12.test(data8)){
validate28.errors = [{instancePath:instancePath+"/payment_request",schemaPath:"common.json#/$defs/compact_jws/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"+"\""}];
return false;
}
}
}
else {
validate28.errors = [{instancePath:instancePath+"/payment_request",schemaPath:"common.json#/$defs/compact_jws/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs20 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.receipt !== undefined){
let data9 = data.receipt;
const _errs23 = errors;
const _errs24 = errors;
if(errors === _errs24){
if(typeof data9 === "string"){
if(func1(data9) > 16384){
validate28.errors = [{instancePath:instancePath+"/receipt",schemaPath:"common.json#/$defs/compact_jws/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters"}];
return false;
}
else {
if(!pattern12.test(data9)){
validate28.errors = [{instancePath:instancePath+"/receipt",schemaPath:"common.json#/$defs/compact_jws/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"+"\""}];
return false;
}
}
}
else {
validate28.errors = [{instancePath:instancePath+"/receipt",schemaPath:"common.json#/$defs/compact_jws/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs23 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.authorization_salt !== undefined){
let data10 = data.authorization_salt;
const _errs26 = errors;
const _errs27 = errors;
if(errors === _errs27){
if(typeof data10 === "string"){
if(!pattern89.test(data10)){
validate28.errors = [{instancePath:instancePath+"/authorization_salt",schemaPath:"common.json#/$defs/salt/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{22,43}$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{22,43}$"+"\""}];
return false;
}
}
else {
validate28.errors = [{instancePath:instancePath+"/authorization_salt",schemaPath:"common.json#/$defs/salt/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs26 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.cart !== undefined){
const _errs29 = errors;
if(!(validate39(data.cart, {instancePath:instancePath+"/cart",parentData:data,parentDataProperty:"cart",rootData}))){
vErrors = vErrors === null ? validate39.errors : vErrors.concat(validate39.errors);
errors = vErrors.length;
}
var valid0 = _errs29 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate28.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate28.errors = vErrors;
return errors === 0;
}

export const validatePurchaseBundle = validate41;
const schema148 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://openact.example/schemas/1/bundle.json","title":"PurchaseBundle","description":"Everything that lets a third party judge one delegated purchase from bytes.","type":"object","additionalProperties":false,"required":["version","trust_list","agent_attestation","enrolment","shown","confirmation","mandate","status_list","quote","payment_request","receipt","authorization_salt"],"properties":{"version":{"const":"1"},"trust_list":{"$ref":"common.json#/$defs/long_jws"},"agent_attestation":{"$ref":"common.json#/$defs/compact_jws"},"enrolment":{"$ref":"common.json#/$defs/compact_jws"},"shown":{"$ref":"shown.json"},"confirmation":{"$ref":"common.json#/$defs/compact_jws"},"mandate":{"$ref":"common.json#/$defs/compact_jws"},"mandate_chain":{"type":"array","description":"Where the mandate was handed down: the mandates above it, the delegator's own first.","items":{"$ref":"common.json#/$defs/compact_jws"},"minItems":1,"maxItems":3},"status_list":{"$ref":"common.json#/$defs/compact_jws"},"quote":{"$ref":"common.json#/$defs/compact_jws"},"payment_request":{"$ref":"common.json#/$defs/compact_jws"},"receipt":{"$ref":"common.json#/$defs/compact_jws"},"authorization_salt":{"$ref":"common.json#/$defs/salt"},"intent":{"$ref":"intent.json"},"cart":{"$ref":"cart.json"},"runtime_proof":{"$ref":"common.json#/$defs/compact_jws"}}};
const schema160 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://openact.example/schemas/1/intent.json","title":"Intent","description":"The Intent Structured Result (ISR) of ADD-INT-ICS, as this profile requires it before a mandate can be issued.","type":"object","additionalProperties":false,"required":["conversation_history","intent_id","delegation_mode","validity_start_time","validity_end_time","max_total_amount","currency","allowed_payment_methods","agent_id"],"properties":{"conversation_history":{"$ref":"common.json#/$defs/conversation_history"},"intent_id":{"$ref":"common.json#/$defs/id"},"delegation_mode":{"$ref":"common.json#/$defs/delegation_mode"},"validity_start_time":{"$ref":"common.json#/$defs/utc_time"},"validity_end_time":{"$ref":"common.json#/$defs/utc_time"},"max_total_amount":{"$ref":"common.json#/$defs/amount_number"},"currency":{"$ref":"common.json#/$defs/currency"},"allowed_payment_methods":{"type":"array","items":{"$ref":"common.json#/$defs/urn"},"minItems":1,"maxItems":16,"uniqueItems":true},"agent_id":{"$ref":"common.json#/$defs/did"},"user_confirmation_method":{"$ref":"common.json#/$defs/confirmation_method"},"user_confirmation_timestamp":{"$ref":"common.json#/$defs/utc_time"},"ext":{"$ref":"common.json#/$defs/ext"}},"dependentRequired":{"user_confirmation_method":["user_confirmation_timestamp"]}};

function validate44(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = false;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.user_intent_raw === undefined) && (missing0 = "user_intent_raw")){
const err0 = {instancePath,schemaPath:"#/anyOf/0/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
var _valid0 = _errs2 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if((data.user_intent_raw_digest === undefined) && (missing1 = "user_intent_raw_digest")){
const err1 = {instancePath,schemaPath:"#/anyOf/1/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
var _valid0 = _errs3 === errors;
valid0 = valid0 || _valid0;
}
if(!valid0){
const err2 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
validate44.errors = vErrors;
return false;
}
else {
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
const _errs4 = errors;
for(const key0 in data){
if(!((((key0 === "user_intent_raw") || (key0 === "user_intent_raw_digest")) || (key0 === "input_mode")) || (key0 === "context_ref"))){
validate44.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs4 === errors){
if(data.user_intent_raw !== undefined){
let data0 = data.user_intent_raw;
const _errs5 = errors;
const _errs6 = errors;
let valid2 = false;
let passing0 = null;
const _errs7 = errors;
if(errors === _errs7){
if(typeof data0 === "string"){
if(func1(data0) > 8000){
const err3 = {instancePath:instancePath+"/user_intent_raw",schemaPath:"#/properties/user_intent_raw/oneOf/0/maxLength",keyword:"maxLength",params:{limit: 8000},message:"must NOT have more than 8000 characters"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
else {
if(func1(data0) < 1){
const err4 = {instancePath:instancePath+"/user_intent_raw",schemaPath:"#/properties/user_intent_raw/oneOf/0/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath:instancePath+"/user_intent_raw",schemaPath:"#/properties/user_intent_raw/oneOf/0/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
var _valid1 = _errs7 === errors;
if(_valid1){
valid2 = true;
passing0 = 0;
}
const _errs9 = errors;
if(errors === _errs9){
if(Array.isArray(data0)){
if(data0.length > 200){
const err6 = {instancePath:instancePath+"/user_intent_raw",schemaPath:"#/properties/user_intent_raw/oneOf/1/maxItems",keyword:"maxItems",params:{limit: 200},message:"must NOT have more than 200 items"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
else {
if(data0.length < 1){
const err7 = {instancePath:instancePath+"/user_intent_raw",schemaPath:"#/properties/user_intent_raw/oneOf/1/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
else {
var valid3 = true;
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
const _errs11 = errors;
if(errors === _errs11){
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
let missing2;
if((((data1.role === undefined) && (missing2 = "role")) || ((data1.content === undefined) && (missing2 = "content"))) || ((data1.create_time === undefined) && (missing2 = "create_time"))){
const err8 = {instancePath:instancePath+"/user_intent_raw/" + i0,schemaPath:"#/properties/user_intent_raw/oneOf/1/items/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
else {
const _errs13 = errors;
for(const key1 in data1){
if(!(((key1 === "role") || (key1 === "content")) || (key1 === "create_time"))){
const err9 = {instancePath:instancePath+"/user_intent_raw/" + i0,schemaPath:"#/properties/user_intent_raw/oneOf/1/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
break;
}
}
if(_errs13 === errors){
if(data1.role !== undefined){
let data2 = data1.role;
const _errs14 = errors;
if(errors === _errs14){
if(typeof data2 === "string"){
if(func1(data2) > 32){
const err10 = {instancePath:instancePath+"/user_intent_raw/" + i0+"/role",schemaPath:"#/properties/user_intent_raw/oneOf/1/items/properties/role/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
else {
if(func1(data2) < 1){
const err11 = {instancePath:instancePath+"/user_intent_raw/" + i0+"/role",schemaPath:"#/properties/user_intent_raw/oneOf/1/items/properties/role/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath:instancePath+"/user_intent_raw/" + i0+"/role",schemaPath:"#/properties/user_intent_raw/oneOf/1/items/properties/role/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
var valid4 = _errs14 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data1.content !== undefined){
let data3 = data1.content;
const _errs16 = errors;
if(errors === _errs16){
if(typeof data3 === "string"){
if(func1(data3) > 8000){
const err13 = {instancePath:instancePath+"/user_intent_raw/" + i0+"/content",schemaPath:"#/properties/user_intent_raw/oneOf/1/items/properties/content/maxLength",keyword:"maxLength",params:{limit: 8000},message:"must NOT have more than 8000 characters"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
else {
if(func1(data3) < 1){
const err14 = {instancePath:instancePath+"/user_intent_raw/" + i0+"/content",schemaPath:"#/properties/user_intent_raw/oneOf/1/items/properties/content/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
else {
const err15 = {instancePath:instancePath+"/user_intent_raw/" + i0+"/content",schemaPath:"#/properties/user_intent_raw/oneOf/1/items/properties/content/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
var valid4 = _errs16 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data1.create_time !== undefined){
let data4 = data1.create_time;
const _errs18 = errors;
const _errs19 = errors;
if(errors === _errs19){
if(typeof data4 === "string"){
if(!pattern9.test(data4)){
const err16 = {instancePath:instancePath+"/user_intent_raw/" + i0+"/create_time",schemaPath:"#/$defs/utc_time/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"+"\""};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/user_intent_raw/" + i0+"/create_time",schemaPath:"#/$defs/utc_time/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
var valid4 = _errs18 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
}
else {
const err18 = {instancePath:instancePath+"/user_intent_raw/" + i0,schemaPath:"#/properties/user_intent_raw/oneOf/1/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
var valid3 = _errs11 === errors;
if(!valid3){
break;
}
}
}
}
}
else {
const err19 = {instancePath:instancePath+"/user_intent_raw",schemaPath:"#/properties/user_intent_raw/oneOf/1/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
var _valid1 = _errs9 === errors;
if(_valid1 && valid2){
valid2 = false;
passing0 = [passing0, 1];
}
else {
if(_valid1){
valid2 = true;
passing0 = 1;
}
}
if(!valid2){
const err20 = {instancePath:instancePath+"/user_intent_raw",schemaPath:"#/properties/user_intent_raw/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
validate44.errors = vErrors;
return false;
}
else {
errors = _errs6;
if(vErrors !== null){
if(_errs6){
vErrors.length = _errs6;
}
else {
vErrors = null;
}
}
}
var valid1 = _errs5 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.user_intent_raw_digest !== undefined){
let data5 = data.user_intent_raw_digest;
const _errs21 = errors;
const _errs22 = errors;
if(errors === _errs22){
if(typeof data5 === "string"){
if(!pattern8.test(data5)){
validate44.errors = [{instancePath:instancePath+"/user_intent_raw_digest",schemaPath:"#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""}];
return false;
}
}
else {
validate44.errors = [{instancePath:instancePath+"/user_intent_raw_digest",schemaPath:"#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid1 = _errs21 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.input_mode !== undefined){
let data6 = data.input_mode;
const _errs24 = errors;
if(errors === _errs24){
if(Array.isArray(data6)){
if(data6.length > 5){
validate44.errors = [{instancePath:instancePath+"/input_mode",schemaPath:"#/properties/input_mode/maxItems",keyword:"maxItems",params:{limit: 5},message:"must NOT have more than 5 items"}];
return false;
}
else {
if(data6.length < 1){
validate44.errors = [{instancePath:instancePath+"/input_mode",schemaPath:"#/properties/input_mode/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid7 = true;
const len1 = data6.length;
for(let i1=0; i1<len1; i1++){
let data7 = data6[i1];
const _errs26 = errors;
if(typeof data7 !== "string"){
validate44.errors = [{instancePath:instancePath+"/input_mode/" + i1,schemaPath:"#/properties/input_mode/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!(((((data7 === "TEXT") || (data7 === "VOICE")) || (data7 === "IMAGE")) || (data7 === "INTERACTIVE_CARD")) || (data7 === "OTHER"))){
validate44.errors = [{instancePath:instancePath+"/input_mode/" + i1,schemaPath:"#/properties/input_mode/items/enum",keyword:"enum",params:{allowedValues: schema98.properties.input_mode.items.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid7 = _errs26 === errors;
if(!valid7){
break;
}
}
if(valid7){
let i2 = data6.length;
let j0;
if(i2 > 1){
const indices0 = {};
for(;i2--;){
let item0 = data6[i2];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
validate44.errors = [{instancePath:instancePath+"/input_mode",schemaPath:"#/properties/input_mode/uniqueItems",keyword:"uniqueItems",params:{i: i2, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i2+" are identical)"}];
return false;
break;
}
indices0[item0] = i2;
}
}
}
}
}
}
else {
validate44.errors = [{instancePath:instancePath+"/input_mode",schemaPath:"#/properties/input_mode/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid1 = _errs24 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.context_ref !== undefined){
let data8 = data.context_ref;
const _errs28 = errors;
if(errors === _errs28){
if(typeof data8 === "string"){
if(func1(data8) > 512){
validate44.errors = [{instancePath:instancePath+"/context_ref",schemaPath:"#/properties/context_ref/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters"}];
return false;
}
else {
if(func1(data8) < 1){
validate44.errors = [{instancePath:instancePath+"/context_ref",schemaPath:"#/properties/context_ref/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate44.errors = [{instancePath:instancePath+"/context_ref",schemaPath:"#/properties/context_ref/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid1 = _errs28 === errors;
}
else {
var valid1 = true;
}
if(valid1){
let missing3;
if(data.user_intent_raw_digest !== undefined && ((data.context_ref === undefined) && (missing3 = "context_ref"))){
validate44.errors = [{instancePath,schemaPath:"#/dependentRequired",keyword:"dependentRequired",params:{property: "user_intent_raw_digest",
    missingProperty: missing3,
    depsCount: 1,
    deps: "context_ref"},message:"must have property context_ref when property user_intent_raw_digest is present"}];
return false;
}
}
}
}
}
}
}
else {
validate44.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate44.errors = vErrors;
return errors === 0;
}


function validate46(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
const _errs1 = errors;
for(const key0 in data){
if(!(((((key0 === "commerce") || (key0 === "agent_behavior")) || (key0 === "fulfillment")) || (key0 === "vendor_private")) || (key0 === "openact"))){
validate46.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.commerce !== undefined){
let data0 = data.commerce;
const _errs2 = errors;
if(errors === _errs2){
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
const _errs4 = errors;
for(const key1 in data0){
if(!((((((key1 === "max_single_amount") || (key1 === "min_single_amount")) || (key1 === "allowed_categories")) || (key1 === "forbidden_categories")) || (key1 === "allowed_merchants")) || (key1 === "forbidden_merchants"))){
validate46.errors = [{instancePath:instancePath+"/commerce",schemaPath:"#/properties/commerce/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs4 === errors){
if(data0.max_single_amount !== undefined){
let data1 = data0.max_single_amount;
const _errs5 = errors;
const _errs6 = errors;
if(errors === _errs6){
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 9999999999999.99 || isNaN(data1)){
validate46.errors = [{instancePath:instancePath+"/commerce/max_single_amount",schemaPath:"#/$defs/amount_number/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9999999999999.99},message:"must be <= 9999999999999.99"}];
return false;
}
else {
if(data1 < 0 || isNaN(data1)){
validate46.errors = [{instancePath:instancePath+"/commerce/max_single_amount",schemaPath:"#/$defs/amount_number/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
else {
validate46.errors = [{instancePath:instancePath+"/commerce/max_single_amount",schemaPath:"#/$defs/amount_number/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
}
var valid1 = _errs5 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.min_single_amount !== undefined){
let data2 = data0.min_single_amount;
const _errs8 = errors;
const _errs9 = errors;
if(errors === _errs9){
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 9999999999999.99 || isNaN(data2)){
validate46.errors = [{instancePath:instancePath+"/commerce/min_single_amount",schemaPath:"#/$defs/amount_number/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9999999999999.99},message:"must be <= 9999999999999.99"}];
return false;
}
else {
if(data2 < 0 || isNaN(data2)){
validate46.errors = [{instancePath:instancePath+"/commerce/min_single_amount",schemaPath:"#/$defs/amount_number/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
else {
validate46.errors = [{instancePath:instancePath+"/commerce/min_single_amount",schemaPath:"#/$defs/amount_number/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
}
var valid1 = _errs8 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.allowed_categories !== undefined){
let data3 = data0.allowed_categories;
const _errs11 = errors;
if(errors === _errs11){
if(Array.isArray(data3)){
if(data3.length > 64){
validate46.errors = [{instancePath:instancePath+"/commerce/allowed_categories",schemaPath:"#/properties/commerce/properties/allowed_categories/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"}];
return false;
}
else {
if(data3.length < 1){
validate46.errors = [{instancePath:instancePath+"/commerce/allowed_categories",schemaPath:"#/properties/commerce/properties/allowed_categories/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid4 = true;
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
const _errs13 = errors;
const _errs14 = errors;
if(errors === _errs14){
if(typeof data4 === "string"){
if(!pattern62.test(data4)){
validate46.errors = [{instancePath:instancePath+"/commerce/allowed_categories/" + i0,schemaPath:"#/$defs/category/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9._/-]{0,63}$"},message:"must match pattern \""+"^[a-z0-9][a-z0-9._/-]{0,63}$"+"\""}];
return false;
}
}
else {
validate46.errors = [{instancePath:instancePath+"/commerce/allowed_categories/" + i0,schemaPath:"#/$defs/category/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid4 = _errs13 === errors;
if(!valid4){
break;
}
}
if(valid4){
let i1 = data3.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data3[i1], data3[j0])){
validate46.errors = [{instancePath:instancePath+"/commerce/allowed_categories",schemaPath:"#/properties/commerce/properties/allowed_categories/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)"}];
return false;
break outer0;
}
}
}
}
}
}
}
}
else {
validate46.errors = [{instancePath:instancePath+"/commerce/allowed_categories",schemaPath:"#/properties/commerce/properties/allowed_categories/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid1 = _errs11 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.forbidden_categories !== undefined){
let data5 = data0.forbidden_categories;
const _errs16 = errors;
if(errors === _errs16){
if(Array.isArray(data5)){
if(data5.length > 64){
validate46.errors = [{instancePath:instancePath+"/commerce/forbidden_categories",schemaPath:"#/properties/commerce/properties/forbidden_categories/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"}];
return false;
}
else {
if(data5.length < 1){
validate46.errors = [{instancePath:instancePath+"/commerce/forbidden_categories",schemaPath:"#/properties/commerce/properties/forbidden_categories/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid7 = true;
const len1 = data5.length;
for(let i2=0; i2<len1; i2++){
let data6 = data5[i2];
const _errs18 = errors;
const _errs19 = errors;
if(errors === _errs19){
if(typeof data6 === "string"){
if(!pattern62.test(data6)){
validate46.errors = [{instancePath:instancePath+"/commerce/forbidden_categories/" + i2,schemaPath:"#/$defs/category/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9._/-]{0,63}$"},message:"must match pattern \""+"^[a-z0-9][a-z0-9._/-]{0,63}$"+"\""}];
return false;
}
}
else {
validate46.errors = [{instancePath:instancePath+"/commerce/forbidden_categories/" + i2,schemaPath:"#/$defs/category/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid7 = _errs18 === errors;
if(!valid7){
break;
}
}
if(valid7){
let i3 = data5.length;
let j1;
if(i3 > 1){
outer1:
for(;i3--;){
for(j1 = i3; j1--;){
if(func0(data5[i3], data5[j1])){
validate46.errors = [{instancePath:instancePath+"/commerce/forbidden_categories",schemaPath:"#/properties/commerce/properties/forbidden_categories/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j1},message:"must NOT have duplicate items (items ## "+j1+" and "+i3+" are identical)"}];
return false;
break outer1;
}
}
}
}
}
}
}
}
else {
validate46.errors = [{instancePath:instancePath+"/commerce/forbidden_categories",schemaPath:"#/properties/commerce/properties/forbidden_categories/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid1 = _errs16 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.allowed_merchants !== undefined){
let data7 = data0.allowed_merchants;
const _errs21 = errors;
if(errors === _errs21){
if(Array.isArray(data7)){
if(data7.length > 64){
validate46.errors = [{instancePath:instancePath+"/commerce/allowed_merchants",schemaPath:"#/properties/commerce/properties/allowed_merchants/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"}];
return false;
}
else {
if(data7.length < 1){
validate46.errors = [{instancePath:instancePath+"/commerce/allowed_merchants",schemaPath:"#/properties/commerce/properties/allowed_merchants/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid10 = true;
const len2 = data7.length;
for(let i4=0; i4<len2; i4++){
let data8 = data7[i4];
const _errs23 = errors;
const _errs24 = errors;
if(errors === _errs24){
if(typeof data8 === "string"){
if(!pattern10.test(data8)){
validate46.errors = [{instancePath:instancePath+"/commerce/allowed_merchants/" + i4,schemaPath:"#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate46.errors = [{instancePath:instancePath+"/commerce/allowed_merchants/" + i4,schemaPath:"#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid10 = _errs23 === errors;
if(!valid10){
break;
}
}
if(valid10){
let i5 = data7.length;
let j2;
if(i5 > 1){
outer2:
for(;i5--;){
for(j2 = i5; j2--;){
if(func0(data7[i5], data7[j2])){
validate46.errors = [{instancePath:instancePath+"/commerce/allowed_merchants",schemaPath:"#/properties/commerce/properties/allowed_merchants/uniqueItems",keyword:"uniqueItems",params:{i: i5, j: j2},message:"must NOT have duplicate items (items ## "+j2+" and "+i5+" are identical)"}];
return false;
break outer2;
}
}
}
}
}
}
}
}
else {
validate46.errors = [{instancePath:instancePath+"/commerce/allowed_merchants",schemaPath:"#/properties/commerce/properties/allowed_merchants/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid1 = _errs21 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.forbidden_merchants !== undefined){
let data9 = data0.forbidden_merchants;
const _errs26 = errors;
if(errors === _errs26){
if(Array.isArray(data9)){
if(data9.length > 64){
validate46.errors = [{instancePath:instancePath+"/commerce/forbidden_merchants",schemaPath:"#/properties/commerce/properties/forbidden_merchants/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"}];
return false;
}
else {
if(data9.length < 1){
validate46.errors = [{instancePath:instancePath+"/commerce/forbidden_merchants",schemaPath:"#/properties/commerce/properties/forbidden_merchants/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid13 = true;
const len3 = data9.length;
for(let i6=0; i6<len3; i6++){
let data10 = data9[i6];
const _errs28 = errors;
const _errs29 = errors;
if(errors === _errs29){
if(typeof data10 === "string"){
if(!pattern10.test(data10)){
validate46.errors = [{instancePath:instancePath+"/commerce/forbidden_merchants/" + i6,schemaPath:"#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate46.errors = [{instancePath:instancePath+"/commerce/forbidden_merchants/" + i6,schemaPath:"#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid13 = _errs28 === errors;
if(!valid13){
break;
}
}
if(valid13){
let i7 = data9.length;
let j3;
if(i7 > 1){
outer3:
for(;i7--;){
for(j3 = i7; j3--;){
if(func0(data9[i7], data9[j3])){
validate46.errors = [{instancePath:instancePath+"/commerce/forbidden_merchants",schemaPath:"#/properties/commerce/properties/forbidden_merchants/uniqueItems",keyword:"uniqueItems",params:{i: i7, j: j3},message:"must NOT have duplicate items (items ## "+j3+" and "+i7+" are identical)"}];
return false;
break outer3;
}
}
}
}
}
}
}
}
else {
validate46.errors = [{instancePath:instancePath+"/commerce/forbidden_merchants",schemaPath:"#/properties/commerce/properties/forbidden_merchants/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid1 = _errs26 === errors;
}
else {
var valid1 = true;
}
}
}
}
}
}
}
}
else {
validate46.errors = [{instancePath:instancePath+"/commerce",schemaPath:"#/properties/commerce/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.agent_behavior !== undefined){
let data11 = data.agent_behavior;
const _errs31 = errors;
if(errors === _errs31){
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
const _errs33 = errors;
for(const key2 in data11){
if(!((((key2 === "price_deviation_tolerance") || (key2 === "price_deviation_action")) || (key2 === "on_payment_failure")) || (key2 === "max_retry_count"))){
validate46.errors = [{instancePath:instancePath+"/agent_behavior",schemaPath:"#/properties/agent_behavior/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs33 === errors){
if(data11.price_deviation_tolerance !== undefined){
let data12 = data11.price_deviation_tolerance;
const _errs34 = errors;
if(errors === _errs34){
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 > 1000 || isNaN(data12)){
validate46.errors = [{instancePath:instancePath+"/agent_behavior/price_deviation_tolerance",schemaPath:"#/properties/agent_behavior/properties/price_deviation_tolerance/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000"}];
return false;
}
else {
if(data12 < 0 || isNaN(data12)){
validate46.errors = [{instancePath:instancePath+"/agent_behavior/price_deviation_tolerance",schemaPath:"#/properties/agent_behavior/properties/price_deviation_tolerance/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
else {
validate46.errors = [{instancePath:instancePath+"/agent_behavior/price_deviation_tolerance",schemaPath:"#/properties/agent_behavior/properties/price_deviation_tolerance/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
}
var valid16 = _errs34 === errors;
}
else {
var valid16 = true;
}
if(valid16){
if(data11.price_deviation_action !== undefined){
let data13 = data11.price_deviation_action;
const _errs36 = errors;
if(typeof data13 !== "string"){
validate46.errors = [{instancePath:instancePath+"/agent_behavior/price_deviation_action",schemaPath:"#/properties/agent_behavior/properties/price_deviation_action/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!((data13 === "PAUSE_AND_NOTIFY") || (data13 === "AUTO_CANCEL"))){
validate46.errors = [{instancePath:instancePath+"/agent_behavior/price_deviation_action",schemaPath:"#/properties/agent_behavior/properties/price_deviation_action/enum",keyword:"enum",params:{allowedValues: schema107.properties.agent_behavior.properties.price_deviation_action.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid16 = _errs36 === errors;
}
else {
var valid16 = true;
}
if(valid16){
if(data11.on_payment_failure !== undefined){
let data14 = data11.on_payment_failure;
const _errs38 = errors;
if(typeof data14 !== "string"){
validate46.errors = [{instancePath:instancePath+"/agent_behavior/on_payment_failure",schemaPath:"#/properties/agent_behavior/properties/on_payment_failure/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!((data14 === "AUTO_RETRY") || (data14 === "CANCEL"))){
validate46.errors = [{instancePath:instancePath+"/agent_behavior/on_payment_failure",schemaPath:"#/properties/agent_behavior/properties/on_payment_failure/enum",keyword:"enum",params:{allowedValues: schema107.properties.agent_behavior.properties.on_payment_failure.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid16 = _errs38 === errors;
}
else {
var valid16 = true;
}
if(valid16){
if(data11.max_retry_count !== undefined){
let data15 = data11.max_retry_count;
const _errs40 = errors;
if(!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))){
validate46.errors = [{instancePath:instancePath+"/agent_behavior/max_retry_count",schemaPath:"#/properties/agent_behavior/properties/max_retry_count/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs40){
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 > 100 || isNaN(data15)){
validate46.errors = [{instancePath:instancePath+"/agent_behavior/max_retry_count",schemaPath:"#/properties/agent_behavior/properties/max_retry_count/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100"}];
return false;
}
else {
if(data15 < 0 || isNaN(data15)){
validate46.errors = [{instancePath:instancePath+"/agent_behavior/max_retry_count",schemaPath:"#/properties/agent_behavior/properties/max_retry_count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
}
var valid16 = _errs40 === errors;
}
else {
var valid16 = true;
}
}
}
}
}
}
else {
validate46.errors = [{instancePath:instancePath+"/agent_behavior",schemaPath:"#/properties/agent_behavior/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs31 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.fulfillment !== undefined){
let data16 = data.fulfillment;
const _errs42 = errors;
if(errors === _errs42){
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
const _errs44 = errors;
for(const key3 in data16){
if(!((key3 === "delivery_time_requirement") || (key3 === "delivery_address"))){
validate46.errors = [{instancePath:instancePath+"/fulfillment",schemaPath:"#/properties/fulfillment/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs44 === errors){
if(data16.delivery_time_requirement !== undefined){
let data17 = data16.delivery_time_requirement;
const _errs45 = errors;
const _errs46 = errors;
if(errors === _errs46){
if(typeof data17 === "string"){
if(!pattern9.test(data17)){
validate46.errors = [{instancePath:instancePath+"/fulfillment/delivery_time_requirement",schemaPath:"#/$defs/utc_time/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"+"\""}];
return false;
}
}
else {
validate46.errors = [{instancePath:instancePath+"/fulfillment/delivery_time_requirement",schemaPath:"#/$defs/utc_time/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid17 = _errs45 === errors;
}
else {
var valid17 = true;
}
if(valid17){
if(data16.delivery_address !== undefined){
let data18 = data16.delivery_address;
const _errs48 = errors;
if(errors === _errs48){
if(typeof data18 === "string"){
if(func1(data18) > 512){
validate46.errors = [{instancePath:instancePath+"/fulfillment/delivery_address",schemaPath:"#/properties/fulfillment/properties/delivery_address/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters"}];
return false;
}
else {
if(func1(data18) < 1){
validate46.errors = [{instancePath:instancePath+"/fulfillment/delivery_address",schemaPath:"#/properties/fulfillment/properties/delivery_address/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate46.errors = [{instancePath:instancePath+"/fulfillment/delivery_address",schemaPath:"#/properties/fulfillment/properties/delivery_address/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid17 = _errs48 === errors;
}
else {
var valid17 = true;
}
}
}
}
else {
validate46.errors = [{instancePath:instancePath+"/fulfillment",schemaPath:"#/properties/fulfillment/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs42 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.vendor_private !== undefined){
let data19 = data.vendor_private;
const _errs50 = errors;
if(!(data19 && typeof data19 == "object" && !Array.isArray(data19))){
validate46.errors = [{instancePath:instancePath+"/vendor_private",schemaPath:"#/properties/vendor_private/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
var valid0 = _errs50 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.openact !== undefined){
let data20 = data.openact;
const _errs52 = errors;
if(errors === _errs52){
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
if(data20.times_limit !== undefined){
let data21 = data20.times_limit;
const _errs54 = errors;
if(!(((typeof data21 == "number") && (!(data21 % 1) && !isNaN(data21))) && (isFinite(data21)))){
validate46.errors = [{instancePath:instancePath+"/openact/times_limit",schemaPath:"#/properties/openact/properties/times_limit/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs54){
if((typeof data21 == "number") && (isFinite(data21))){
if(data21 > 1000000 || isNaN(data21)){
validate46.errors = [{instancePath:instancePath+"/openact/times_limit",schemaPath:"#/properties/openact/properties/times_limit/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000"}];
return false;
}
else {
if(data21 < 1 || isNaN(data21)){
validate46.errors = [{instancePath:instancePath+"/openact/times_limit",schemaPath:"#/properties/openact/properties/times_limit/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
}
}
}
}
var valid19 = _errs54 === errors;
}
else {
var valid19 = true;
}
if(valid19){
if(data20.reference_price !== undefined){
let data22 = data20.reference_price;
const _errs56 = errors;
const _errs57 = errors;
if(errors === _errs57){
if((typeof data22 == "number") && (isFinite(data22))){
if(data22 > 9999999999999.99 || isNaN(data22)){
validate46.errors = [{instancePath:instancePath+"/openact/reference_price",schemaPath:"#/$defs/amount_number/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9999999999999.99},message:"must be <= 9999999999999.99"}];
return false;
}
else {
if(data22 < 0 || isNaN(data22)){
validate46.errors = [{instancePath:instancePath+"/openact/reference_price",schemaPath:"#/$defs/amount_number/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
else {
validate46.errors = [{instancePath:instancePath+"/openact/reference_price",schemaPath:"#/$defs/amount_number/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
}
var valid19 = _errs56 === errors;
}
else {
var valid19 = true;
}
if(valid19){
if(data20.quote_digest !== undefined){
let data23 = data20.quote_digest;
const _errs59 = errors;
const _errs60 = errors;
if(errors === _errs60){
if(typeof data23 === "string"){
if(!pattern8.test(data23)){
validate46.errors = [{instancePath:instancePath+"/openact/quote_digest",schemaPath:"#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""}];
return false;
}
}
else {
validate46.errors = [{instancePath:instancePath+"/openact/quote_digest",schemaPath:"#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid19 = _errs59 === errors;
}
else {
var valid19 = true;
}
if(valid19){
if(data20.runtime !== undefined){
let data24 = data20.runtime;
const _errs62 = errors;
if(errors === _errs62){
if(data24 && typeof data24 == "object" && !Array.isArray(data24)){
let missing0;
if(((data24.agent_version_digest === undefined) && (missing0 = "agent_version_digest")) || ((data24.jkt === undefined) && (missing0 = "jkt"))){
validate46.errors = [{instancePath:instancePath+"/openact/runtime",schemaPath:"#/properties/openact/properties/runtime/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs64 = errors;
for(const key4 in data24){
if(!((key4 === "agent_version_digest") || (key4 === "jkt"))){
validate46.errors = [{instancePath:instancePath+"/openact/runtime",schemaPath:"#/properties/openact/properties/runtime/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs64 === errors){
if(data24.agent_version_digest !== undefined){
let data25 = data24.agent_version_digest;
const _errs65 = errors;
const _errs66 = errors;
if(errors === _errs66){
if(typeof data25 === "string"){
if(!pattern8.test(data25)){
validate46.errors = [{instancePath:instancePath+"/openact/runtime/agent_version_digest",schemaPath:"#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""}];
return false;
}
}
else {
validate46.errors = [{instancePath:instancePath+"/openact/runtime/agent_version_digest",schemaPath:"#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid22 = _errs65 === errors;
}
else {
var valid22 = true;
}
if(valid22){
if(data24.jkt !== undefined){
let data26 = data24.jkt;
const _errs68 = errors;
const _errs69 = errors;
if(errors === _errs69){
if(typeof data26 === "string"){
if(!pattern8.test(data26)){
validate46.errors = [{instancePath:instancePath+"/openact/runtime/jkt",schemaPath:"#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""}];
return false;
}
}
else {
validate46.errors = [{instancePath:instancePath+"/openact/runtime/jkt",schemaPath:"#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid22 = _errs68 === errors;
}
else {
var valid22 = true;
}
}
}
}
}
else {
validate46.errors = [{instancePath:instancePath+"/openact/runtime",schemaPath:"#/properties/openact/properties/runtime/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid19 = _errs62 === errors;
}
else {
var valid19 = true;
}
if(valid19){
if(data20.autonomy_level !== undefined){
let data27 = data20.autonomy_level;
const _errs71 = errors;
if(typeof data27 !== "string"){
validate46.errors = [{instancePath:instancePath+"/openact/autonomy_level",schemaPath:"#/$defs/autonomy_level/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!((((((data27 === "a2p2:L0") || (data27 === "a2p2:L1")) || (data27 === "a2p2:L2")) || (data27 === "a2p2:L3")) || (data27 === "a2p2:L4")) || (data27 === "a2p2:L5"))){
validate46.errors = [{instancePath:instancePath+"/openact/autonomy_level",schemaPath:"#/$defs/autonomy_level/enum",keyword:"enum",params:{allowedValues: schema119.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid19 = _errs71 === errors;
}
else {
var valid19 = true;
}
if(valid19){
if(data20.confirm_above !== undefined){
let data28 = data20.confirm_above;
const _errs74 = errors;
const _errs75 = errors;
if(errors === _errs75){
if((typeof data28 == "number") && (isFinite(data28))){
if(data28 > 9999999999999.99 || isNaN(data28)){
validate46.errors = [{instancePath:instancePath+"/openact/confirm_above",schemaPath:"#/$defs/amount_number/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9999999999999.99},message:"must be <= 9999999999999.99"}];
return false;
}
else {
if(data28 < 0 || isNaN(data28)){
validate46.errors = [{instancePath:instancePath+"/openact/confirm_above",schemaPath:"#/$defs/amount_number/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
else {
validate46.errors = [{instancePath:instancePath+"/openact/confirm_above",schemaPath:"#/$defs/amount_number/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
}
var valid19 = _errs74 === errors;
}
else {
var valid19 = true;
}
if(valid19){
if(data20.delegation_depth !== undefined){
let data29 = data20.delegation_depth;
const _errs77 = errors;
if(!(((typeof data29 == "number") && (!(data29 % 1) && !isNaN(data29))) && (isFinite(data29)))){
validate46.errors = [{instancePath:instancePath+"/openact/delegation_depth",schemaPath:"#/properties/openact/properties/delegation_depth/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs77){
if((typeof data29 == "number") && (isFinite(data29))){
if(data29 > 3 || isNaN(data29)){
validate46.errors = [{instancePath:instancePath+"/openact/delegation_depth",schemaPath:"#/properties/openact/properties/delegation_depth/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3},message:"must be <= 3"}];
return false;
}
else {
if(data29 < 0 || isNaN(data29)){
validate46.errors = [{instancePath:instancePath+"/openact/delegation_depth",schemaPath:"#/properties/openact/properties/delegation_depth/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
}
var valid19 = _errs77 === errors;
}
else {
var valid19 = true;
}
if(valid19){
if(data20.parent_mandate !== undefined){
let data30 = data20.parent_mandate;
const _errs79 = errors;
const _errs80 = errors;
if(errors === _errs80){
if(typeof data30 === "string"){
if(!pattern8.test(data30)){
validate46.errors = [{instancePath:instancePath+"/openact/parent_mandate",schemaPath:"#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""}];
return false;
}
}
else {
validate46.errors = [{instancePath:instancePath+"/openact/parent_mandate",schemaPath:"#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid19 = _errs79 === errors;
}
else {
var valid19 = true;
}
}
}
}
}
}
}
}
}
else {
validate46.errors = [{instancePath:instancePath+"/openact",schemaPath:"#/properties/openact/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs52 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
else {
validate46.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate46.errors = vErrors;
return errors === 0;
}


function validate43(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://openact.example/schemas/1/intent.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((((data.conversation_history === undefined) && (missing0 = "conversation_history")) || ((data.intent_id === undefined) && (missing0 = "intent_id"))) || ((data.delegation_mode === undefined) && (missing0 = "delegation_mode"))) || ((data.validity_start_time === undefined) && (missing0 = "validity_start_time"))) || ((data.validity_end_time === undefined) && (missing0 = "validity_end_time"))) || ((data.max_total_amount === undefined) && (missing0 = "max_total_amount"))) || ((data.currency === undefined) && (missing0 = "currency"))) || ((data.allowed_payment_methods === undefined) && (missing0 = "allowed_payment_methods"))) || ((data.agent_id === undefined) && (missing0 = "agent_id"))){
validate43.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func6.call(schema160.properties, key0))){
validate43.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.conversation_history !== undefined){
const _errs2 = errors;
if(!(validate44(data.conversation_history, {instancePath:instancePath+"/conversation_history",parentData:data,parentDataProperty:"conversation_history",rootData}))){
vErrors = vErrors === null ? validate44.errors : vErrors.concat(validate44.errors);
errors = vErrors.length;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.intent_id !== undefined){
let data1 = data.intent_id;
const _errs3 = errors;
const _errs4 = errors;
if(errors === _errs4){
if(typeof data1 === "string"){
if(!pattern5.test(data1)){
validate43.errors = [{instancePath:instancePath+"/intent_id",schemaPath:"common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate43.errors = [{instancePath:instancePath+"/intent_id",schemaPath:"common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.delegation_mode !== undefined){
let data2 = data.delegation_mode;
const _errs6 = errors;
if(typeof data2 !== "string"){
validate43.errors = [{instancePath:instancePath+"/delegation_mode",schemaPath:"common.json#/$defs/delegation_mode/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!((data2 === "SPECIFIED") || (data2 === "BOUNDED"))){
validate43.errors = [{instancePath:instancePath+"/delegation_mode",schemaPath:"common.json#/$defs/delegation_mode/enum",keyword:"enum",params:{allowedValues: schema101.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.validity_start_time !== undefined){
let data3 = data.validity_start_time;
const _errs9 = errors;
const _errs10 = errors;
if(errors === _errs10){
if(typeof data3 === "string"){
if(!pattern9.test(data3)){
validate43.errors = [{instancePath:instancePath+"/validity_start_time",schemaPath:"common.json#/$defs/utc_time/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"+"\""}];
return false;
}
}
else {
validate43.errors = [{instancePath:instancePath+"/validity_start_time",schemaPath:"common.json#/$defs/utc_time/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.validity_end_time !== undefined){
let data4 = data.validity_end_time;
const _errs12 = errors;
const _errs13 = errors;
if(errors === _errs13){
if(typeof data4 === "string"){
if(!pattern9.test(data4)){
validate43.errors = [{instancePath:instancePath+"/validity_end_time",schemaPath:"common.json#/$defs/utc_time/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"+"\""}];
return false;
}
}
else {
validate43.errors = [{instancePath:instancePath+"/validity_end_time",schemaPath:"common.json#/$defs/utc_time/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.max_total_amount !== undefined){
let data5 = data.max_total_amount;
const _errs15 = errors;
const _errs16 = errors;
if(errors === _errs16){
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 > 9999999999999.99 || isNaN(data5)){
validate43.errors = [{instancePath:instancePath+"/max_total_amount",schemaPath:"common.json#/$defs/amount_number/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9999999999999.99},message:"must be <= 9999999999999.99"}];
return false;
}
else {
if(data5 < 0 || isNaN(data5)){
validate43.errors = [{instancePath:instancePath+"/max_total_amount",schemaPath:"common.json#/$defs/amount_number/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
else {
validate43.errors = [{instancePath:instancePath+"/max_total_amount",schemaPath:"common.json#/$defs/amount_number/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.currency !== undefined){
let data6 = data.currency;
const _errs18 = errors;
const _errs19 = errors;
if(errors === _errs19){
if(typeof data6 === "string"){
if(!pattern7.test(data6)){
validate43.errors = [{instancePath:instancePath+"/currency",schemaPath:"common.json#/$defs/currency/pattern",keyword:"pattern",params:{pattern: "^[A-Z]{3}$"},message:"must match pattern \""+"^[A-Z]{3}$"+"\""}];
return false;
}
}
else {
validate43.errors = [{instancePath:instancePath+"/currency",schemaPath:"common.json#/$defs/currency/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs18 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.allowed_payment_methods !== undefined){
let data7 = data.allowed_payment_methods;
const _errs21 = errors;
if(errors === _errs21){
if(Array.isArray(data7)){
if(data7.length > 16){
validate43.errors = [{instancePath:instancePath+"/allowed_payment_methods",schemaPath:"#/properties/allowed_payment_methods/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items"}];
return false;
}
else {
if(data7.length < 1){
validate43.errors = [{instancePath:instancePath+"/allowed_payment_methods",schemaPath:"#/properties/allowed_payment_methods/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid7 = true;
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
let data8 = data7[i0];
const _errs23 = errors;
const _errs24 = errors;
if(errors === _errs24){
if(typeof data8 === "string"){
if(!pattern4.test(data8)){
validate43.errors = [{instancePath:instancePath+"/allowed_payment_methods/" + i0,schemaPath:"common.json#/$defs/urn/pattern",keyword:"pattern",params:{pattern: "^urn:act:[A-Za-z0-9._:-]{1,120}$"},message:"must match pattern \""+"^urn:act:[A-Za-z0-9._:-]{1,120}$"+"\""}];
return false;
}
}
else {
validate43.errors = [{instancePath:instancePath+"/allowed_payment_methods/" + i0,schemaPath:"common.json#/$defs/urn/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid7 = _errs23 === errors;
if(!valid7){
break;
}
}
if(valid7){
let i1 = data7.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data7[i1], data7[j0])){
validate43.errors = [{instancePath:instancePath+"/allowed_payment_methods",schemaPath:"#/properties/allowed_payment_methods/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)"}];
return false;
break outer0;
}
}
}
}
}
}
}
}
else {
validate43.errors = [{instancePath:instancePath+"/allowed_payment_methods",schemaPath:"#/properties/allowed_payment_methods/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs21 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.agent_id !== undefined){
let data9 = data.agent_id;
const _errs26 = errors;
const _errs27 = errors;
if(errors === _errs27){
if(typeof data9 === "string"){
if(!pattern10.test(data9)){
validate43.errors = [{instancePath:instancePath+"/agent_id",schemaPath:"common.json#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate43.errors = [{instancePath:instancePath+"/agent_id",schemaPath:"common.json#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs26 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.user_confirmation_method !== undefined){
let data10 = data.user_confirmation_method;
const _errs29 = errors;
if(typeof data10 !== "string"){
validate43.errors = [{instancePath:instancePath+"/user_confirmation_method",schemaPath:"common.json#/$defs/confirmation_method/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!(((((((data10 === "FACE") || (data10 === "FINGERPRINT")) || (data10 === "PASSWORD")) || (data10 === "OTP")) || (data10 === "GAZE")) || (data10 === "VOICE")) || (data10 === "QR"))){
validate43.errors = [{instancePath:instancePath+"/user_confirmation_method",schemaPath:"common.json#/$defs/confirmation_method/enum",keyword:"enum",params:{allowedValues: schema104.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs29 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.user_confirmation_timestamp !== undefined){
let data11 = data.user_confirmation_timestamp;
const _errs32 = errors;
const _errs33 = errors;
if(errors === _errs33){
if(typeof data11 === "string"){
if(!pattern9.test(data11)){
validate43.errors = [{instancePath:instancePath+"/user_confirmation_timestamp",schemaPath:"common.json#/$defs/utc_time/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"+"\""}];
return false;
}
}
else {
validate43.errors = [{instancePath:instancePath+"/user_confirmation_timestamp",schemaPath:"common.json#/$defs/utc_time/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs32 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.ext !== undefined){
const _errs35 = errors;
if(!(validate46(data.ext, {instancePath:instancePath+"/ext",parentData:data,parentDataProperty:"ext",rootData}))){
vErrors = vErrors === null ? validate46.errors : vErrors.concat(validate46.errors);
errors = vErrors.length;
}
var valid0 = _errs35 === errors;
}
else {
var valid0 = true;
}
if(valid0){
let missing1;
if(data.user_confirmation_method !== undefined && ((data.user_confirmation_timestamp === undefined) && (missing1 = "user_confirmation_timestamp"))){
validate43.errors = [{instancePath,schemaPath:"#/dependentRequired",keyword:"dependentRequired",params:{property: "user_confirmation_method",
    missingProperty: missing1,
    depsCount: 1,
    deps: "user_confirmation_timestamp"},message:"must have property user_confirmation_timestamp when property user_confirmation_method is present"}];
return false;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate43.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate43.errors = vErrors;
return errors === 0;
}


function validate41(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://openact.example/schemas/1/bundle.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((((((((data.version === undefined) && (missing0 = "version")) || ((data.trust_list === undefined) && (missing0 = "trust_list"))) || ((data.agent_attestation === undefined) && (missing0 = "agent_attestation"))) || ((data.enrolment === undefined) && (missing0 = "enrolment"))) || ((data.shown === undefined) && (missing0 = "shown"))) || ((data.confirmation === undefined) && (missing0 = "confirmation"))) || ((data.mandate === undefined) && (missing0 = "mandate"))) || ((data.status_list === undefined) && (missing0 = "status_list"))) || ((data.quote === undefined) && (missing0 = "quote"))) || ((data.payment_request === undefined) && (missing0 = "payment_request"))) || ((data.receipt === undefined) && (missing0 = "receipt"))) || ((data.authorization_salt === undefined) && (missing0 = "authorization_salt"))){
validate41.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func6.call(schema148.properties, key0))){
validate41.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.version !== undefined){
const _errs2 = errors;
if("1" !== data.version){
validate41.errors = [{instancePath:instancePath+"/version",schemaPath:"#/properties/version/const",keyword:"const",params:{allowedValue: "1"},message:"must be equal to constant"}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.trust_list !== undefined){
let data1 = data.trust_list;
const _errs3 = errors;
const _errs4 = errors;
if(errors === _errs4){
if(typeof data1 === "string"){
if(func1(data1) > 131072){
validate41.errors = [{instancePath:instancePath+"/trust_list",schemaPath:"common.json#/$defs/long_jws/maxLength",keyword:"maxLength",params:{limit: 131072},message:"must NOT have more than 131072 characters"}];
return false;
}
else {
if(!pattern12.test(data1)){
validate41.errors = [{instancePath:instancePath+"/trust_list",schemaPath:"common.json#/$defs/long_jws/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"+"\""}];
return false;
}
}
}
else {
validate41.errors = [{instancePath:instancePath+"/trust_list",schemaPath:"common.json#/$defs/long_jws/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.agent_attestation !== undefined){
let data2 = data.agent_attestation;
const _errs6 = errors;
const _errs7 = errors;
if(errors === _errs7){
if(typeof data2 === "string"){
if(func1(data2) > 16384){
validate41.errors = [{instancePath:instancePath+"/agent_attestation",schemaPath:"common.json#/$defs/compact_jws/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters"}];
return false;
}
else {
if(!pattern12.test(data2)){
validate41.errors = [{instancePath:instancePath+"/agent_attestation",schemaPath:"common.json#/$defs/compact_jws/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"+"\""}];
return false;
}
}
}
else {
validate41.errors = [{instancePath:instancePath+"/agent_attestation",schemaPath:"common.json#/$defs/compact_jws/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.enrolment !== undefined){
let data3 = data.enrolment;
const _errs9 = errors;
const _errs10 = errors;
if(errors === _errs10){
if(typeof data3 === "string"){
if(func1(data3) > 16384){
validate41.errors = [{instancePath:instancePath+"/enrolment",schemaPath:"common.json#/$defs/compact_jws/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters"}];
return false;
}
else {
if(!pattern12.test(data3)){
validate41.errors = [{instancePath:instancePath+"/enrolment",schemaPath:"common.json#/$defs/compact_jws/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"+"\""}];
return false;
}
}
}
else {
validate41.errors = [{instancePath:instancePath+"/enrolment",schemaPath:"common.json#/$defs/compact_jws/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.shown !== undefined){
const _errs12 = errors;
if(!(validate29(data.shown, {instancePath:instancePath+"/shown",parentData:data,parentDataProperty:"shown",rootData}))){
vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
errors = vErrors.length;
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.confirmation !== undefined){
let data5 = data.confirmation;
const _errs13 = errors;
const _errs14 = errors;
if(errors === _errs14){
if(typeof data5 === "string"){
if(func1(data5) > 16384){
validate41.errors = [{instancePath:instancePath+"/confirmation",schemaPath:"common.json#/$defs/compact_jws/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters"}];
return false;
}
else {
if(!pattern12.test(data5)){
validate41.errors = [{instancePath:instancePath+"/confirmation",schemaPath:"common.json#/$defs/compact_jws/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"+"\""}];
return false;
}
}
}
else {
validate41.errors = [{instancePath:instancePath+"/confirmation",schemaPath:"common.json#/$defs/compact_jws/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.mandate !== undefined){
let data6 = data.mandate;
const _errs16 = errors;
const _errs17 = errors;
if(errors === _errs17){
if(typeof data6 === "string"){
if(func1(data6) > 16384){
validate41.errors = [{instancePath:instancePath+"/mandate",schemaPath:"common.json#/$defs/compact_jws/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters"}];
return false;
}
else {
if(!pattern12.test(data6)){
validate41.errors = [{instancePath:instancePath+"/mandate",schemaPath:"common.json#/$defs/compact_jws/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"+"\""}];
return false;
}
}
}
else {
validate41.errors = [{instancePath:instancePath+"/mandate",schemaPath:"common.json#/$defs/compact_jws/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs16 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.mandate_chain !== undefined){
let data7 = data.mandate_chain;
const _errs19 = errors;
if(errors === _errs19){
if(Array.isArray(data7)){
if(data7.length > 3){
validate41.errors = [{instancePath:instancePath+"/mandate_chain",schemaPath:"#/properties/mandate_chain/maxItems",keyword:"maxItems",params:{limit: 3},message:"must NOT have more than 3 items"}];
return false;
}
else {
if(data7.length < 1){
validate41.errors = [{instancePath:instancePath+"/mandate_chain",schemaPath:"#/properties/mandate_chain/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid6 = true;
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
let data8 = data7[i0];
const _errs21 = errors;
const _errs22 = errors;
if(errors === _errs22){
if(typeof data8 === "string"){
if(func1(data8) > 16384){
validate41.errors = [{instancePath:instancePath+"/mandate_chain/" + i0,schemaPath:"common.json#/$defs/compact_jws/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters"}];
return false;
}
else {
if(!pattern12.test(data8)){
validate41.errors = [{instancePath:instancePath+"/mandate_chain/" + i0,schemaPath:"common.json#/$defs/compact_jws/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"+"\""}];
return false;
}
}
}
else {
validate41.errors = [{instancePath:instancePath+"/mandate_chain/" + i0,schemaPath:"common.json#/$defs/compact_jws/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid6 = _errs21 === errors;
if(!valid6){
break;
}
}
}
}
}
else {
validate41.errors = [{instancePath:instancePath+"/mandate_chain",schemaPath:"#/properties/mandate_chain/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs19 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.status_list !== undefined){
let data9 = data.status_list;
const _errs24 = errors;
const _errs25 = errors;
if(errors === _errs25){
if(typeof data9 === "string"){
if(func1(data9) > 16384){
validate41.errors = [{instancePath:instancePath+"/status_list",schemaPath:"common.json#/$defs/compact_jws/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters"}];
return false;
}
else {
if(!pattern12.test(data9)){
validate41.errors = [{instancePath:instancePath+"/status_list",schemaPath:"common.json#/$defs/compact_jws/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"+"\""}];
return false;
}
}
}
else {
validate41.errors = [{instancePath:instancePath+"/status_list",schemaPath:"common.json#/$defs/compact_jws/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs24 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.quote !== undefined){
let data10 = data.quote;
const _errs27 = errors;
const _errs28 = errors;
if(errors === _errs28){
if(typeof data10 === "string"){
if(func1(data10) > 16384){
validate41.errors = [{instancePath:instancePath+"/quote",schemaPath:"common.json#/$defs/compact_jws/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters"}];
return false;
}
else {
if(!pattern12.test(data10)){
validate41.errors = [{instancePath:instancePath+"/quote",schemaPath:"common.json#/$defs/compact_jws/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"+"\""}];
return false;
}
}
}
else {
validate41.errors = [{instancePath:instancePath+"/quote",schemaPath:"common.json#/$defs/compact_jws/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs27 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.payment_request !== undefined){
let data11 = data.payment_request;
const _errs30 = errors;
const _errs31 = errors;
if(errors === _errs31){
if(typeof data11 === "string"){
if(func1(data11) > 16384){
validate41.errors = [{instancePath:instancePath+"/payment_request",schemaPath:"common.json#/$defs/compact_jws/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters"}];
return false;
}
else {
if(!pattern12.test(data11)){
validate41.errors = [{instancePath:instancePath+"/payment_request",schemaPath:"common.json#/$defs/compact_jws/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"+"\""}];
return false;
}
}
}
else {
validate41.errors = [{instancePath:instancePath+"/payment_request",schemaPath:"common.json#/$defs/compact_jws/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs30 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.receipt !== undefined){
let data12 = data.receipt;
const _errs33 = errors;
const _errs34 = errors;
if(errors === _errs34){
if(typeof data12 === "string"){
if(func1(data12) > 16384){
validate41.errors = [{instancePath:instancePath+"/receipt",schemaPath:"common.json#/$defs/compact_jws/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters"}];
return false;
}
else {
if(!pattern12.test(data12)){
validate41.errors = [{instancePath:instancePath+"/receipt",schemaPath:"common.json#/$defs/compact_jws/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"+"\""}];
return false;
}
}
}
else {
validate41.errors = [{instancePath:instancePath+"/receipt",schemaPath:"common.json#/$defs/compact_jws/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs33 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.authorization_salt !== undefined){
let data13 = data.authorization_salt;
const _errs36 = errors;
const _errs37 = errors;
if(errors === _errs37){
if(typeof data13 === "string"){
if(!pattern89.test(data13)){
validate41.errors = [{instancePath:instancePath+"/authorization_salt",schemaPath:"common.json#/$defs/salt/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{22,43}$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{22,43}$"+"\""}];
return false;
}
}
else {
validate41.errors = [{instancePath:instancePath+"/authorization_salt",schemaPath:"common.json#/$defs/salt/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs36 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.intent !== undefined){
const _errs39 = errors;
if(!(validate43(data.intent, {instancePath:instancePath+"/intent",parentData:data,parentDataProperty:"intent",rootData}))){
vErrors = vErrors === null ? validate43.errors : vErrors.concat(validate43.errors);
errors = vErrors.length;
}
var valid0 = _errs39 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.cart !== undefined){
const _errs40 = errors;
if(!(validate39(data.cart, {instancePath:instancePath+"/cart",parentData:data,parentDataProperty:"cart",rootData}))){
vErrors = vErrors === null ? validate39.errors : vErrors.concat(validate39.errors);
errors = vErrors.length;
}
var valid0 = _errs40 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.runtime_proof !== undefined){
let data16 = data.runtime_proof;
const _errs41 = errors;
const _errs42 = errors;
if(errors === _errs42){
if(typeof data16 === "string"){
if(func1(data16) > 16384){
validate41.errors = [{instancePath:instancePath+"/runtime_proof",schemaPath:"common.json#/$defs/compact_jws/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters"}];
return false;
}
else {
if(!pattern12.test(data16)){
validate41.errors = [{instancePath:instancePath+"/runtime_proof",schemaPath:"common.json#/$defs/compact_jws/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"+"\""}];
return false;
}
}
}
else {
validate41.errors = [{instancePath:instancePath+"/runtime_proof",schemaPath:"common.json#/$defs/compact_jws/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs41 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate41.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate41.errors = vErrors;
return errors === 0;
}

export const validateCart = validate39;

export const validateCommandClaims = validate50;
const schema190 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://openact.example/schemas/1/command.json","title":"CommandClaims","description":"Claims of act-command+jwt: a state-changing or private call that no other message carries.","type":"object","additionalProperties":false,"required":["iss","aud","jti","iat","action","target"],"properties":{"iss":{"type":"string","pattern":"^[!-~]{1,256}$","description":"The device id, agent_id or merchant."},"aud":{"$ref":"common.json#/$defs/did"},"jti":{"$ref":"common.json#/$defs/id"},"iat":{"$ref":"common.json#/$defs/numeric_date"},"action":{"type":"string","enum":["device.enrol","confirmation.list","confirmation.code","mandate.request","mandate.read","mandate.suspend","mandate.resume","mandate.revoke","mandate.delegate","tool.request","tool.read","tool.revoke","payment.read","payment.query","payment.refund","fulfilment.confirm","intent.transfer","quote.request","order.release","order.read","order.cancel","account.read","sub_account.open","sub_account.prove","sub_account.read","sub_account.fund","sub_account.freeze","sub_account.unfreeze","sub_account.close","sub_account.pay","payment.validate","trade.receive","runtime.prove"]},"target":{"type":"string","pattern":"^[!-~]{1,256}$","description":"What it is done to: an identifier."},"params":{"type":"object","additionalProperties":false,"required":[],"properties":{"digest":{"$ref":"common.json#/$defs/digest"},"amount":{"$ref":"common.json#/$defs/amount"},"currency":{"$ref":"common.json#/$defs/currency"},"reason":{"type":"string","minLength":1,"maxLength":200},"recovery_condition":{"type":"string","minLength":1,"maxLength":200},"refund_id":{"$ref":"common.json#/$defs/id"},"evidence_ref":{"$ref":"common.json#/$defs/id"}}}}};
const pattern125 = new RegExp("^[!-~]{1,256}$", "u");

function validate50(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://openact.example/schemas/1/command.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((data.iss === undefined) && (missing0 = "iss")) || ((data.aud === undefined) && (missing0 = "aud"))) || ((data.jti === undefined) && (missing0 = "jti"))) || ((data.iat === undefined) && (missing0 = "iat"))) || ((data.action === undefined) && (missing0 = "action"))) || ((data.target === undefined) && (missing0 = "target"))){
validate50.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((((key0 === "iss") || (key0 === "aud")) || (key0 === "jti")) || (key0 === "iat")) || (key0 === "action")) || (key0 === "target")) || (key0 === "params"))){
validate50.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.iss !== undefined){
let data0 = data.iss;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(!pattern125.test(data0)){
validate50.errors = [{instancePath:instancePath+"/iss",schemaPath:"#/properties/iss/pattern",keyword:"pattern",params:{pattern: "^[!-~]{1,256}$"},message:"must match pattern \""+"^[!-~]{1,256}$"+"\""}];
return false;
}
}
else {
validate50.errors = [{instancePath:instancePath+"/iss",schemaPath:"#/properties/iss/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.aud !== undefined){
let data1 = data.aud;
const _errs4 = errors;
const _errs5 = errors;
if(errors === _errs5){
if(typeof data1 === "string"){
if(!pattern10.test(data1)){
validate50.errors = [{instancePath:instancePath+"/aud",schemaPath:"common.json#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate50.errors = [{instancePath:instancePath+"/aud",schemaPath:"common.json#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.jti !== undefined){
let data2 = data.jti;
const _errs7 = errors;
const _errs8 = errors;
if(errors === _errs8){
if(typeof data2 === "string"){
if(!pattern5.test(data2)){
validate50.errors = [{instancePath:instancePath+"/jti",schemaPath:"common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate50.errors = [{instancePath:instancePath+"/jti",schemaPath:"common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.iat !== undefined){
let data3 = data.iat;
const _errs10 = errors;
const _errs11 = errors;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
validate50.errors = [{instancePath:instancePath+"/iat",schemaPath:"common.json#/$defs/numeric_date/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs11){
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 253402300799 || isNaN(data3)){
validate50.errors = [{instancePath:instancePath+"/iat",schemaPath:"common.json#/$defs/numeric_date/maximum",keyword:"maximum",params:{comparison: "<=", limit: 253402300799},message:"must be <= 253402300799"}];
return false;
}
else {
if(data3 < 0 || isNaN(data3)){
validate50.errors = [{instancePath:instancePath+"/iat",schemaPath:"common.json#/$defs/numeric_date/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.action !== undefined){
let data4 = data.action;
const _errs13 = errors;
if(typeof data4 !== "string"){
validate50.errors = [{instancePath:instancePath+"/action",schemaPath:"#/properties/action/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!(((((((((((((((((((((((((((((((((data4 === "device.enrol") || (data4 === "confirmation.list")) || (data4 === "confirmation.code")) || (data4 === "mandate.request")) || (data4 === "mandate.read")) || (data4 === "mandate.suspend")) || (data4 === "mandate.resume")) || (data4 === "mandate.revoke")) || (data4 === "mandate.delegate")) || (data4 === "tool.request")) || (data4 === "tool.read")) || (data4 === "tool.revoke")) || (data4 === "payment.read")) || (data4 === "payment.query")) || (data4 === "payment.refund")) || (data4 === "fulfilment.confirm")) || (data4 === "intent.transfer")) || (data4 === "quote.request")) || (data4 === "order.release")) || (data4 === "order.read")) || (data4 === "order.cancel")) || (data4 === "account.read")) || (data4 === "sub_account.open")) || (data4 === "sub_account.prove")) || (data4 === "sub_account.read")) || (data4 === "sub_account.fund")) || (data4 === "sub_account.freeze")) || (data4 === "sub_account.unfreeze")) || (data4 === "sub_account.close")) || (data4 === "sub_account.pay")) || (data4 === "payment.validate")) || (data4 === "trade.receive")) || (data4 === "runtime.prove"))){
validate50.errors = [{instancePath:instancePath+"/action",schemaPath:"#/properties/action/enum",keyword:"enum",params:{allowedValues: schema190.properties.action.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.target !== undefined){
let data5 = data.target;
const _errs15 = errors;
if(errors === _errs15){
if(typeof data5 === "string"){
if(!pattern125.test(data5)){
validate50.errors = [{instancePath:instancePath+"/target",schemaPath:"#/properties/target/pattern",keyword:"pattern",params:{pattern: "^[!-~]{1,256}$"},message:"must match pattern \""+"^[!-~]{1,256}$"+"\""}];
return false;
}
}
else {
validate50.errors = [{instancePath:instancePath+"/target",schemaPath:"#/properties/target/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.params !== undefined){
let data6 = data.params;
const _errs17 = errors;
if(errors === _errs17){
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
const _errs19 = errors;
for(const key1 in data6){
if(!(((((((key1 === "digest") || (key1 === "amount")) || (key1 === "currency")) || (key1 === "reason")) || (key1 === "recovery_condition")) || (key1 === "refund_id")) || (key1 === "evidence_ref"))){
validate50.errors = [{instancePath:instancePath+"/params",schemaPath:"#/properties/params/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs19 === errors){
if(data6.digest !== undefined){
let data7 = data6.digest;
const _errs20 = errors;
const _errs21 = errors;
if(errors === _errs21){
if(typeof data7 === "string"){
if(!pattern8.test(data7)){
validate50.errors = [{instancePath:instancePath+"/params/digest",schemaPath:"common.json#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""}];
return false;
}
}
else {
validate50.errors = [{instancePath:instancePath+"/params/digest",schemaPath:"common.json#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid4 = _errs20 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data6.amount !== undefined){
let data8 = data6.amount;
const _errs23 = errors;
const _errs24 = errors;
if(errors === _errs24){
if(typeof data8 === "string"){
if(!pattern6.test(data8)){
validate50.errors = [{instancePath:instancePath+"/params/amount",schemaPath:"common.json#/$defs/amount/pattern",keyword:"pattern",params:{pattern: "^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"},message:"must match pattern \""+"^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"+"\""}];
return false;
}
}
else {
validate50.errors = [{instancePath:instancePath+"/params/amount",schemaPath:"common.json#/$defs/amount/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid4 = _errs23 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data6.currency !== undefined){
let data9 = data6.currency;
const _errs26 = errors;
const _errs27 = errors;
if(errors === _errs27){
if(typeof data9 === "string"){
if(!pattern7.test(data9)){
validate50.errors = [{instancePath:instancePath+"/params/currency",schemaPath:"common.json#/$defs/currency/pattern",keyword:"pattern",params:{pattern: "^[A-Z]{3}$"},message:"must match pattern \""+"^[A-Z]{3}$"+"\""}];
return false;
}
}
else {
validate50.errors = [{instancePath:instancePath+"/params/currency",schemaPath:"common.json#/$defs/currency/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid4 = _errs26 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data6.reason !== undefined){
let data10 = data6.reason;
const _errs29 = errors;
if(errors === _errs29){
if(typeof data10 === "string"){
if(func1(data10) > 200){
validate50.errors = [{instancePath:instancePath+"/params/reason",schemaPath:"#/properties/params/properties/reason/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters"}];
return false;
}
else {
if(func1(data10) < 1){
validate50.errors = [{instancePath:instancePath+"/params/reason",schemaPath:"#/properties/params/properties/reason/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate50.errors = [{instancePath:instancePath+"/params/reason",schemaPath:"#/properties/params/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid4 = _errs29 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data6.recovery_condition !== undefined){
let data11 = data6.recovery_condition;
const _errs31 = errors;
if(errors === _errs31){
if(typeof data11 === "string"){
if(func1(data11) > 200){
validate50.errors = [{instancePath:instancePath+"/params/recovery_condition",schemaPath:"#/properties/params/properties/recovery_condition/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters"}];
return false;
}
else {
if(func1(data11) < 1){
validate50.errors = [{instancePath:instancePath+"/params/recovery_condition",schemaPath:"#/properties/params/properties/recovery_condition/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate50.errors = [{instancePath:instancePath+"/params/recovery_condition",schemaPath:"#/properties/params/properties/recovery_condition/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid4 = _errs31 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data6.refund_id !== undefined){
let data12 = data6.refund_id;
const _errs33 = errors;
const _errs34 = errors;
if(errors === _errs34){
if(typeof data12 === "string"){
if(!pattern5.test(data12)){
validate50.errors = [{instancePath:instancePath+"/params/refund_id",schemaPath:"common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate50.errors = [{instancePath:instancePath+"/params/refund_id",schemaPath:"common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid4 = _errs33 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data6.evidence_ref !== undefined){
let data13 = data6.evidence_ref;
const _errs36 = errors;
const _errs37 = errors;
if(errors === _errs37){
if(typeof data13 === "string"){
if(!pattern5.test(data13)){
validate50.errors = [{instancePath:instancePath+"/params/evidence_ref",schemaPath:"common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate50.errors = [{instancePath:instancePath+"/params/evidence_ref",schemaPath:"common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid4 = _errs36 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
}
}
}
}
else {
validate50.errors = [{instancePath:instancePath+"/params",schemaPath:"#/properties/params/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
else {
validate50.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate50.errors = vErrors;
return errors === 0;
}

export const validateConfirmationClaims = validate51;
const schema199 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://openact.example/schemas/1/confirmation.json","title":"ConfirmationClaims","description":"Claims of act-confirmation+jwt: the user's device confirms or declines exactly what was shown.","type":"object","additionalProperties":false,"required":["iss","sub","aud","jti","iat","exp","challenge","decision","method","channel"],"properties":{"iss":{"$ref":"common.json#/$defs/id","description":"The device id."},"sub":{"$ref":"common.json#/$defs/did","description":"The delegator."},"aud":{"$ref":"common.json#/$defs/did"},"jti":{"$ref":"common.json#/$defs/id"},"iat":{"$ref":"common.json#/$defs/numeric_date"},"exp":{"$ref":"common.json#/$defs/numeric_date"},"challenge":{"$ref":"common.json#/$defs/digest","description":"Digest of {shown, subject_digest, agent_jkt}."},"decision":{"type":"string","enum":["APPROVE","DENY"]},"method":{"$ref":"common.json#/$defs/confirmation_method"},"channel":{"$ref":"common.json#/$defs/confirmation_channel"},"code_id":{"$ref":"common.json#/$defs/id","description":"With OTP and QR: which one-time code the user gave. The code itself is never in the evidence."},"glasses":{"type":"object","description":"What the phone knows of the glasses at the moment of the decision.","additionalProperties":false,"required":["glasses_id","link_seen_at","wearer"],"properties":{"glasses_id":{"$ref":"common.json#/$defs/id"},"link_seen_at":{"$ref":"common.json#/$defs/numeric_date","description":"When the phone last heard from the glasses."},"wearer":{"type":"string","description":"Whether the voice is the wearer's.","enum":["MATCHED","NOT_MATCHED"]}}}}};
const schema208 = {"description":"Where the user stood when deciding: the phone itself, the cashier's page, glasses on the phone, or a code that the phone scanned.","type":"string","enum":["PHONE","CASHIER_PAGE","GLASSES","QR_CODE"]};

function validate51(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://openact.example/schemas/1/confirmation.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((((((data.iss === undefined) && (missing0 = "iss")) || ((data.sub === undefined) && (missing0 = "sub"))) || ((data.aud === undefined) && (missing0 = "aud"))) || ((data.jti === undefined) && (missing0 = "jti"))) || ((data.iat === undefined) && (missing0 = "iat"))) || ((data.exp === undefined) && (missing0 = "exp"))) || ((data.challenge === undefined) && (missing0 = "challenge"))) || ((data.decision === undefined) && (missing0 = "decision"))) || ((data.method === undefined) && (missing0 = "method"))) || ((data.channel === undefined) && (missing0 = "channel"))){
validate51.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func6.call(schema199.properties, key0))){
validate51.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.iss !== undefined){
let data0 = data.iss;
const _errs2 = errors;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data0 === "string"){
if(!pattern5.test(data0)){
validate51.errors = [{instancePath:instancePath+"/iss",schemaPath:"common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate51.errors = [{instancePath:instancePath+"/iss",schemaPath:"common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sub !== undefined){
let data1 = data.sub;
const _errs5 = errors;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data1 === "string"){
if(!pattern10.test(data1)){
validate51.errors = [{instancePath:instancePath+"/sub",schemaPath:"common.json#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate51.errors = [{instancePath:instancePath+"/sub",schemaPath:"common.json#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.aud !== undefined){
let data2 = data.aud;
const _errs8 = errors;
const _errs9 = errors;
if(errors === _errs9){
if(typeof data2 === "string"){
if(!pattern10.test(data2)){
validate51.errors = [{instancePath:instancePath+"/aud",schemaPath:"common.json#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate51.errors = [{instancePath:instancePath+"/aud",schemaPath:"common.json#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.jti !== undefined){
let data3 = data.jti;
const _errs11 = errors;
const _errs12 = errors;
if(errors === _errs12){
if(typeof data3 === "string"){
if(!pattern5.test(data3)){
validate51.errors = [{instancePath:instancePath+"/jti",schemaPath:"common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate51.errors = [{instancePath:instancePath+"/jti",schemaPath:"common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.iat !== undefined){
let data4 = data.iat;
const _errs14 = errors;
const _errs15 = errors;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
validate51.errors = [{instancePath:instancePath+"/iat",schemaPath:"common.json#/$defs/numeric_date/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs15){
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 253402300799 || isNaN(data4)){
validate51.errors = [{instancePath:instancePath+"/iat",schemaPath:"common.json#/$defs/numeric_date/maximum",keyword:"maximum",params:{comparison: "<=", limit: 253402300799},message:"must be <= 253402300799"}];
return false;
}
else {
if(data4 < 0 || isNaN(data4)){
validate51.errors = [{instancePath:instancePath+"/iat",schemaPath:"common.json#/$defs/numeric_date/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.exp !== undefined){
let data5 = data.exp;
const _errs17 = errors;
const _errs18 = errors;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
validate51.errors = [{instancePath:instancePath+"/exp",schemaPath:"common.json#/$defs/numeric_date/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs18){
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 > 253402300799 || isNaN(data5)){
validate51.errors = [{instancePath:instancePath+"/exp",schemaPath:"common.json#/$defs/numeric_date/maximum",keyword:"maximum",params:{comparison: "<=", limit: 253402300799},message:"must be <= 253402300799"}];
return false;
}
else {
if(data5 < 0 || isNaN(data5)){
validate51.errors = [{instancePath:instancePath+"/exp",schemaPath:"common.json#/$defs/numeric_date/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.challenge !== undefined){
let data6 = data.challenge;
const _errs20 = errors;
const _errs21 = errors;
if(errors === _errs21){
if(typeof data6 === "string"){
if(!pattern8.test(data6)){
validate51.errors = [{instancePath:instancePath+"/challenge",schemaPath:"common.json#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""}];
return false;
}
}
else {
validate51.errors = [{instancePath:instancePath+"/challenge",schemaPath:"common.json#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs20 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.decision !== undefined){
let data7 = data.decision;
const _errs23 = errors;
if(typeof data7 !== "string"){
validate51.errors = [{instancePath:instancePath+"/decision",schemaPath:"#/properties/decision/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!((data7 === "APPROVE") || (data7 === "DENY"))){
validate51.errors = [{instancePath:instancePath+"/decision",schemaPath:"#/properties/decision/enum",keyword:"enum",params:{allowedValues: schema199.properties.decision.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs23 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.method !== undefined){
let data8 = data.method;
const _errs25 = errors;
if(typeof data8 !== "string"){
validate51.errors = [{instancePath:instancePath+"/method",schemaPath:"common.json#/$defs/confirmation_method/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!(((((((data8 === "FACE") || (data8 === "FINGERPRINT")) || (data8 === "PASSWORD")) || (data8 === "OTP")) || (data8 === "GAZE")) || (data8 === "VOICE")) || (data8 === "QR"))){
validate51.errors = [{instancePath:instancePath+"/method",schemaPath:"common.json#/$defs/confirmation_method/enum",keyword:"enum",params:{allowedValues: schema104.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs25 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.channel !== undefined){
let data9 = data.channel;
const _errs28 = errors;
if(typeof data9 !== "string"){
validate51.errors = [{instancePath:instancePath+"/channel",schemaPath:"common.json#/$defs/confirmation_channel/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!((((data9 === "PHONE") || (data9 === "CASHIER_PAGE")) || (data9 === "GLASSES")) || (data9 === "QR_CODE"))){
validate51.errors = [{instancePath:instancePath+"/channel",schemaPath:"common.json#/$defs/confirmation_channel/enum",keyword:"enum",params:{allowedValues: schema208.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs28 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.code_id !== undefined){
let data10 = data.code_id;
const _errs31 = errors;
const _errs32 = errors;
if(errors === _errs32){
if(typeof data10 === "string"){
if(!pattern5.test(data10)){
validate51.errors = [{instancePath:instancePath+"/code_id",schemaPath:"common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate51.errors = [{instancePath:instancePath+"/code_id",schemaPath:"common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs31 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.glasses !== undefined){
let data11 = data.glasses;
const _errs34 = errors;
if(errors === _errs34){
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
let missing1;
if((((data11.glasses_id === undefined) && (missing1 = "glasses_id")) || ((data11.link_seen_at === undefined) && (missing1 = "link_seen_at"))) || ((data11.wearer === undefined) && (missing1 = "wearer"))){
validate51.errors = [{instancePath:instancePath+"/glasses",schemaPath:"#/properties/glasses/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs36 = errors;
for(const key1 in data11){
if(!(((key1 === "glasses_id") || (key1 === "link_seen_at")) || (key1 === "wearer"))){
validate51.errors = [{instancePath:instancePath+"/glasses",schemaPath:"#/properties/glasses/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs36 === errors){
if(data11.glasses_id !== undefined){
let data12 = data11.glasses_id;
const _errs37 = errors;
const _errs38 = errors;
if(errors === _errs38){
if(typeof data12 === "string"){
if(!pattern5.test(data12)){
validate51.errors = [{instancePath:instancePath+"/glasses/glasses_id",schemaPath:"common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate51.errors = [{instancePath:instancePath+"/glasses/glasses_id",schemaPath:"common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid11 = _errs37 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data11.link_seen_at !== undefined){
let data13 = data11.link_seen_at;
const _errs40 = errors;
const _errs41 = errors;
if(!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13)))){
validate51.errors = [{instancePath:instancePath+"/glasses/link_seen_at",schemaPath:"common.json#/$defs/numeric_date/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs41){
if((typeof data13 == "number") && (isFinite(data13))){
if(data13 > 253402300799 || isNaN(data13)){
validate51.errors = [{instancePath:instancePath+"/glasses/link_seen_at",schemaPath:"common.json#/$defs/numeric_date/maximum",keyword:"maximum",params:{comparison: "<=", limit: 253402300799},message:"must be <= 253402300799"}];
return false;
}
else {
if(data13 < 0 || isNaN(data13)){
validate51.errors = [{instancePath:instancePath+"/glasses/link_seen_at",schemaPath:"common.json#/$defs/numeric_date/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
}
var valid11 = _errs40 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data11.wearer !== undefined){
let data14 = data11.wearer;
const _errs43 = errors;
if(typeof data14 !== "string"){
validate51.errors = [{instancePath:instancePath+"/glasses/wearer",schemaPath:"#/properties/glasses/properties/wearer/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!((data14 === "MATCHED") || (data14 === "NOT_MATCHED"))){
validate51.errors = [{instancePath:instancePath+"/glasses/wearer",schemaPath:"#/properties/glasses/properties/wearer/enum",keyword:"enum",params:{allowedValues: schema199.properties.glasses.properties.wearer.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid11 = _errs43 === errors;
}
else {
var valid11 = true;
}
}
}
}
}
}
else {
validate51.errors = [{instancePath:instancePath+"/glasses",schemaPath:"#/properties/glasses/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs34 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate51.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate51.errors = vErrors;
return errors === 0;
}

export const validateEnrolmentClaims = validate52;
const schema212 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://openact.example/schemas/1/enrolment.json","title":"EnrolmentClaims","description":"Claims of act-enrolment+jwt: the account side states which device key speaks for a delegator.","type":"object","additionalProperties":false,"required":["iss","jti","iat","exp","sub","device_id","cnf","identity_method"],"properties":{"iss":{"$ref":"common.json#/$defs/did"},"jti":{"$ref":"common.json#/$defs/id"},"iat":{"$ref":"common.json#/$defs/numeric_date"},"exp":{"$ref":"common.json#/$defs/numeric_date"},"sub":{"$ref":"common.json#/$defs/did"},"device_id":{"$ref":"common.json#/$defs/id"},"cnf":{"type":"object","additionalProperties":false,"required":["jwk"],"properties":{"jwk":{"$ref":"common.json#/$defs/public_jwk"}}},"identity_method":{"type":"string","minLength":1,"maxLength":32}}};

function validate53(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs0 = errors;
let valid0 = false;
let passing0 = null;
const _errs1 = errors;
if(errors === _errs1){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.kty === undefined) && (missing0 = "kty")) || ((data.crv === undefined) && (missing0 = "crv"))) || ((data.x === undefined) && (missing0 = "x"))) || ((data.y === undefined) && (missing0 = "y"))){
const err0 = {instancePath,schemaPath:"#/oneOf/0/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
const _errs3 = errors;
for(const key0 in data){
if(!((((key0 === "kty") || (key0 === "crv")) || (key0 === "x")) || (key0 === "y"))){
const err1 = {instancePath,schemaPath:"#/oneOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
break;
}
}
if(_errs3 === errors){
if(data.kty !== undefined){
const _errs4 = errors;
if("EC" !== data.kty){
const err2 = {instancePath:instancePath+"/kty",schemaPath:"#/oneOf/0/properties/kty/const",keyword:"const",params:{allowedValue: "EC"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var valid1 = _errs4 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.crv !== undefined){
const _errs5 = errors;
if("P-256" !== data.crv){
const err3 = {instancePath:instancePath+"/crv",schemaPath:"#/oneOf/0/properties/crv/const",keyword:"const",params:{allowedValue: "P-256"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
var valid1 = _errs5 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.x !== undefined){
let data2 = data.x;
const _errs6 = errors;
const _errs7 = errors;
if(errors === _errs7){
if(typeof data2 === "string"){
if(!pattern8.test(data2)){
const err4 = {instancePath:instancePath+"/x",schemaPath:"#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/x",schemaPath:"#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
var valid1 = _errs6 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.y !== undefined){
let data3 = data.y;
const _errs9 = errors;
const _errs10 = errors;
if(errors === _errs10){
if(typeof data3 === "string"){
if(!pattern8.test(data3)){
const err6 = {instancePath:instancePath+"/y",schemaPath:"#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/y",schemaPath:"#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
var valid1 = _errs9 === errors;
}
else {
var valid1 = true;
}
}
}
}
}
}
}
else {
const err8 = {instancePath,schemaPath:"#/oneOf/0/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
var _valid0 = _errs1 === errors;
if(_valid0){
valid0 = true;
passing0 = 0;
}
const _errs12 = errors;
if(errors === _errs12){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if((((data.kty === undefined) && (missing1 = "kty")) || ((data.crv === undefined) && (missing1 = "crv"))) || ((data.x === undefined) && (missing1 = "x"))){
const err9 = {instancePath,schemaPath:"#/oneOf/1/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
else {
const _errs14 = errors;
for(const key1 in data){
if(!(((key1 === "kty") || (key1 === "crv")) || (key1 === "x"))){
const err10 = {instancePath,schemaPath:"#/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
break;
}
}
if(_errs14 === errors){
if(data.kty !== undefined){
const _errs15 = errors;
if("OKP" !== data.kty){
const err11 = {instancePath:instancePath+"/kty",schemaPath:"#/oneOf/1/properties/kty/const",keyword:"const",params:{allowedValue: "OKP"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
var valid4 = _errs15 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data.crv !== undefined){
const _errs16 = errors;
if("Ed25519" !== data.crv){
const err12 = {instancePath:instancePath+"/crv",schemaPath:"#/oneOf/1/properties/crv/const",keyword:"const",params:{allowedValue: "Ed25519"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
var valid4 = _errs16 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data.x !== undefined){
let data6 = data.x;
const _errs17 = errors;
const _errs18 = errors;
if(errors === _errs18){
if(typeof data6 === "string"){
if(!pattern8.test(data6)){
const err13 = {instancePath:instancePath+"/x",schemaPath:"#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/x",schemaPath:"#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
var valid4 = _errs17 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
}
else {
const err15 = {instancePath,schemaPath:"#/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
var _valid0 = _errs12 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid0 = true;
passing0 = 1;
}
}
if(!valid0){
const err16 = {instancePath,schemaPath:"#/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
validate53.errors = vErrors;
return false;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
validate53.errors = vErrors;
return errors === 0;
}


function validate52(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://openact.example/schemas/1/enrolment.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((((data.iss === undefined) && (missing0 = "iss")) || ((data.jti === undefined) && (missing0 = "jti"))) || ((data.iat === undefined) && (missing0 = "iat"))) || ((data.exp === undefined) && (missing0 = "exp"))) || ((data.sub === undefined) && (missing0 = "sub"))) || ((data.device_id === undefined) && (missing0 = "device_id"))) || ((data.cnf === undefined) && (missing0 = "cnf"))) || ((data.identity_method === undefined) && (missing0 = "identity_method"))){
validate52.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((((((key0 === "iss") || (key0 === "jti")) || (key0 === "iat")) || (key0 === "exp")) || (key0 === "sub")) || (key0 === "device_id")) || (key0 === "cnf")) || (key0 === "identity_method"))){
validate52.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.iss !== undefined){
let data0 = data.iss;
const _errs2 = errors;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data0 === "string"){
if(!pattern10.test(data0)){
validate52.errors = [{instancePath:instancePath+"/iss",schemaPath:"common.json#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate52.errors = [{instancePath:instancePath+"/iss",schemaPath:"common.json#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.jti !== undefined){
let data1 = data.jti;
const _errs5 = errors;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data1 === "string"){
if(!pattern5.test(data1)){
validate52.errors = [{instancePath:instancePath+"/jti",schemaPath:"common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate52.errors = [{instancePath:instancePath+"/jti",schemaPath:"common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.iat !== undefined){
let data2 = data.iat;
const _errs8 = errors;
const _errs9 = errors;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
validate52.errors = [{instancePath:instancePath+"/iat",schemaPath:"common.json#/$defs/numeric_date/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs9){
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 253402300799 || isNaN(data2)){
validate52.errors = [{instancePath:instancePath+"/iat",schemaPath:"common.json#/$defs/numeric_date/maximum",keyword:"maximum",params:{comparison: "<=", limit: 253402300799},message:"must be <= 253402300799"}];
return false;
}
else {
if(data2 < 0 || isNaN(data2)){
validate52.errors = [{instancePath:instancePath+"/iat",schemaPath:"common.json#/$defs/numeric_date/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.exp !== undefined){
let data3 = data.exp;
const _errs11 = errors;
const _errs12 = errors;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
validate52.errors = [{instancePath:instancePath+"/exp",schemaPath:"common.json#/$defs/numeric_date/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs12){
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 253402300799 || isNaN(data3)){
validate52.errors = [{instancePath:instancePath+"/exp",schemaPath:"common.json#/$defs/numeric_date/maximum",keyword:"maximum",params:{comparison: "<=", limit: 253402300799},message:"must be <= 253402300799"}];
return false;
}
else {
if(data3 < 0 || isNaN(data3)){
validate52.errors = [{instancePath:instancePath+"/exp",schemaPath:"common.json#/$defs/numeric_date/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sub !== undefined){
let data4 = data.sub;
const _errs14 = errors;
const _errs15 = errors;
if(errors === _errs15){
if(typeof data4 === "string"){
if(!pattern10.test(data4)){
validate52.errors = [{instancePath:instancePath+"/sub",schemaPath:"common.json#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate52.errors = [{instancePath:instancePath+"/sub",schemaPath:"common.json#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.device_id !== undefined){
let data5 = data.device_id;
const _errs17 = errors;
const _errs18 = errors;
if(errors === _errs18){
if(typeof data5 === "string"){
if(!pattern5.test(data5)){
validate52.errors = [{instancePath:instancePath+"/device_id",schemaPath:"common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate52.errors = [{instancePath:instancePath+"/device_id",schemaPath:"common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.cnf !== undefined){
let data6 = data.cnf;
const _errs20 = errors;
if(errors === _errs20){
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
let missing1;
if((data6.jwk === undefined) && (missing1 = "jwk")){
validate52.errors = [{instancePath:instancePath+"/cnf",schemaPath:"#/properties/cnf/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs22 = errors;
for(const key1 in data6){
if(!(key1 === "jwk")){
validate52.errors = [{instancePath:instancePath+"/cnf",schemaPath:"#/properties/cnf/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs22 === errors){
if(data6.jwk !== undefined){
if(!(validate53(data6.jwk, {instancePath:instancePath+"/cnf/jwk",parentData:data6,parentDataProperty:"jwk",rootData}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
}
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/cnf",schemaPath:"#/properties/cnf/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs20 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.identity_method !== undefined){
let data8 = data.identity_method;
const _errs24 = errors;
if(errors === _errs24){
if(typeof data8 === "string"){
if(func1(data8) > 32){
validate52.errors = [{instancePath:instancePath+"/identity_method",schemaPath:"#/properties/identity_method/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters"}];
return false;
}
else {
if(func1(data8) < 1){
validate52.errors = [{instancePath:instancePath+"/identity_method",schemaPath:"#/properties/identity_method/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/identity_method",schemaPath:"#/properties/identity_method/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs24 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
else {
validate52.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate52.errors = vErrors;
return errors === 0;
}

export const validateHolderProofClaims = validate55;
const schema223 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://openact.example/schemas/1/holder-proof.json","title":"HolderProofClaims","description":"Claims of act-holder+jwt: the holder of a proof of payment asks for one HTTP request, in the shape of RFC 9449.","type":"object","additionalProperties":false,"required":["jti","iat","htm","htu","ath","body_digest","cnf"],"properties":{"jti":{"$ref":"common.json#/$defs/id"},"iat":{"$ref":"common.json#/$defs/numeric_date"},"htm":{"type":"string","pattern":"^[A-Z]{3,16}$"},"htu":{"$ref":"common.json#/$defs/url","description":"The whole address, with its query."},"ath":{"$ref":"common.json#/$defs/digest","description":"Digest of the proof of payment."},"body_digest":{"$ref":"common.json#/$defs/digest","description":"SHA-256 of the body as sent; of nothing when there is none."},"cnf":{"type":"object","additionalProperties":false,"required":["jwk"],"properties":{"jwk":{"$ref":"common.json#/$defs/public_jwk"}}}}};
const schema226 = {"description":"An http or https address.","type":"string","maxLength":512,"pattern":"^https?://[!-~]+$"};
const pattern149 = new RegExp("^[A-Z]{3,16}$", "u");
const pattern150 = new RegExp("^https?://[!-~]+$", "u");

function validate56(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs0 = errors;
let valid0 = false;
let passing0 = null;
const _errs1 = errors;
if(errors === _errs1){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.kty === undefined) && (missing0 = "kty")) || ((data.crv === undefined) && (missing0 = "crv"))) || ((data.x === undefined) && (missing0 = "x"))) || ((data.y === undefined) && (missing0 = "y"))){
const err0 = {instancePath,schemaPath:"#/oneOf/0/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
const _errs3 = errors;
for(const key0 in data){
if(!((((key0 === "kty") || (key0 === "crv")) || (key0 === "x")) || (key0 === "y"))){
const err1 = {instancePath,schemaPath:"#/oneOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
break;
}
}
if(_errs3 === errors){
if(data.kty !== undefined){
const _errs4 = errors;
if("EC" !== data.kty){
const err2 = {instancePath:instancePath+"/kty",schemaPath:"#/oneOf/0/properties/kty/const",keyword:"const",params:{allowedValue: "EC"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var valid1 = _errs4 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.crv !== undefined){
const _errs5 = errors;
if("P-256" !== data.crv){
const err3 = {instancePath:instancePath+"/crv",schemaPath:"#/oneOf/0/properties/crv/const",keyword:"const",params:{allowedValue: "P-256"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
var valid1 = _errs5 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.x !== undefined){
let data2 = data.x;
const _errs6 = errors;
const _errs7 = errors;
if(errors === _errs7){
if(typeof data2 === "string"){
if(!pattern8.test(data2)){
const err4 = {instancePath:instancePath+"/x",schemaPath:"#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/x",schemaPath:"#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
var valid1 = _errs6 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.y !== undefined){
let data3 = data.y;
const _errs9 = errors;
const _errs10 = errors;
if(errors === _errs10){
if(typeof data3 === "string"){
if(!pattern8.test(data3)){
const err6 = {instancePath:instancePath+"/y",schemaPath:"#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/y",schemaPath:"#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
var valid1 = _errs9 === errors;
}
else {
var valid1 = true;
}
}
}
}
}
}
}
else {
const err8 = {instancePath,schemaPath:"#/oneOf/0/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
var _valid0 = _errs1 === errors;
if(_valid0){
valid0 = true;
passing0 = 0;
}
const _errs12 = errors;
if(errors === _errs12){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if((((data.kty === undefined) && (missing1 = "kty")) || ((data.crv === undefined) && (missing1 = "crv"))) || ((data.x === undefined) && (missing1 = "x"))){
const err9 = {instancePath,schemaPath:"#/oneOf/1/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
else {
const _errs14 = errors;
for(const key1 in data){
if(!(((key1 === "kty") || (key1 === "crv")) || (key1 === "x"))){
const err10 = {instancePath,schemaPath:"#/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
break;
}
}
if(_errs14 === errors){
if(data.kty !== undefined){
const _errs15 = errors;
if("OKP" !== data.kty){
const err11 = {instancePath:instancePath+"/kty",schemaPath:"#/oneOf/1/properties/kty/const",keyword:"const",params:{allowedValue: "OKP"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
var valid4 = _errs15 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data.crv !== undefined){
const _errs16 = errors;
if("Ed25519" !== data.crv){
const err12 = {instancePath:instancePath+"/crv",schemaPath:"#/oneOf/1/properties/crv/const",keyword:"const",params:{allowedValue: "Ed25519"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
var valid4 = _errs16 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data.x !== undefined){
let data6 = data.x;
const _errs17 = errors;
const _errs18 = errors;
if(errors === _errs18){
if(typeof data6 === "string"){
if(!pattern8.test(data6)){
const err13 = {instancePath:instancePath+"/x",schemaPath:"#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/x",schemaPath:"#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
var valid4 = _errs17 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
}
else {
const err15 = {instancePath,schemaPath:"#/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
var _valid0 = _errs12 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid0 = true;
passing0 = 1;
}
}
if(!valid0){
const err16 = {instancePath,schemaPath:"#/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
validate56.errors = vErrors;
return false;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
validate56.errors = vErrors;
return errors === 0;
}


function validate55(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://openact.example/schemas/1/holder-proof.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((data.jti === undefined) && (missing0 = "jti")) || ((data.iat === undefined) && (missing0 = "iat"))) || ((data.htm === undefined) && (missing0 = "htm"))) || ((data.htu === undefined) && (missing0 = "htu"))) || ((data.ath === undefined) && (missing0 = "ath"))) || ((data.body_digest === undefined) && (missing0 = "body_digest"))) || ((data.cnf === undefined) && (missing0 = "cnf"))){
validate55.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((((key0 === "jti") || (key0 === "iat")) || (key0 === "htm")) || (key0 === "htu")) || (key0 === "ath")) || (key0 === "body_digest")) || (key0 === "cnf"))){
validate55.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.jti !== undefined){
let data0 = data.jti;
const _errs2 = errors;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data0 === "string"){
if(!pattern5.test(data0)){
validate55.errors = [{instancePath:instancePath+"/jti",schemaPath:"common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate55.errors = [{instancePath:instancePath+"/jti",schemaPath:"common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.iat !== undefined){
let data1 = data.iat;
const _errs5 = errors;
const _errs6 = errors;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
validate55.errors = [{instancePath:instancePath+"/iat",schemaPath:"common.json#/$defs/numeric_date/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs6){
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 253402300799 || isNaN(data1)){
validate55.errors = [{instancePath:instancePath+"/iat",schemaPath:"common.json#/$defs/numeric_date/maximum",keyword:"maximum",params:{comparison: "<=", limit: 253402300799},message:"must be <= 253402300799"}];
return false;
}
else {
if(data1 < 0 || isNaN(data1)){
validate55.errors = [{instancePath:instancePath+"/iat",schemaPath:"common.json#/$defs/numeric_date/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.htm !== undefined){
let data2 = data.htm;
const _errs8 = errors;
if(errors === _errs8){
if(typeof data2 === "string"){
if(!pattern149.test(data2)){
validate55.errors = [{instancePath:instancePath+"/htm",schemaPath:"#/properties/htm/pattern",keyword:"pattern",params:{pattern: "^[A-Z]{3,16}$"},message:"must match pattern \""+"^[A-Z]{3,16}$"+"\""}];
return false;
}
}
else {
validate55.errors = [{instancePath:instancePath+"/htm",schemaPath:"#/properties/htm/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.htu !== undefined){
let data3 = data.htu;
const _errs10 = errors;
const _errs11 = errors;
if(errors === _errs11){
if(typeof data3 === "string"){
if(func1(data3) > 512){
validate55.errors = [{instancePath:instancePath+"/htu",schemaPath:"common.json#/$defs/url/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters"}];
return false;
}
else {
if(!pattern150.test(data3)){
validate55.errors = [{instancePath:instancePath+"/htu",schemaPath:"common.json#/$defs/url/pattern",keyword:"pattern",params:{pattern: "^https?://[!-~]+$"},message:"must match pattern \""+"^https?://[!-~]+$"+"\""}];
return false;
}
}
}
else {
validate55.errors = [{instancePath:instancePath+"/htu",schemaPath:"common.json#/$defs/url/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.ath !== undefined){
let data4 = data.ath;
const _errs13 = errors;
const _errs14 = errors;
if(errors === _errs14){
if(typeof data4 === "string"){
if(!pattern8.test(data4)){
validate55.errors = [{instancePath:instancePath+"/ath",schemaPath:"common.json#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""}];
return false;
}
}
else {
validate55.errors = [{instancePath:instancePath+"/ath",schemaPath:"common.json#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.body_digest !== undefined){
let data5 = data.body_digest;
const _errs16 = errors;
const _errs17 = errors;
if(errors === _errs17){
if(typeof data5 === "string"){
if(!pattern8.test(data5)){
validate55.errors = [{instancePath:instancePath+"/body_digest",schemaPath:"common.json#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""}];
return false;
}
}
else {
validate55.errors = [{instancePath:instancePath+"/body_digest",schemaPath:"common.json#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs16 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.cnf !== undefined){
let data6 = data.cnf;
const _errs19 = errors;
if(errors === _errs19){
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
let missing1;
if((data6.jwk === undefined) && (missing1 = "jwk")){
validate55.errors = [{instancePath:instancePath+"/cnf",schemaPath:"#/properties/cnf/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs21 = errors;
for(const key1 in data6){
if(!(key1 === "jwk")){
validate55.errors = [{instancePath:instancePath+"/cnf",schemaPath:"#/properties/cnf/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs21 === errors){
if(data6.jwk !== undefined){
if(!(validate56(data6.jwk, {instancePath:instancePath+"/cnf/jwk",parentData:data6,parentDataProperty:"jwk",rootData}))){
vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
errors = vErrors.length;
}
}
}
}
}
else {
validate55.errors = [{instancePath:instancePath+"/cnf",schemaPath:"#/properties/cnf/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs19 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
else {
validate55.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate55.errors = vErrors;
return errors === 0;
}

export const validateAgentCard = validate58;
const schema233 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://openact.example/schemas/1/http/agent-card.json","title":"AgentCard","type":"object","additionalProperties":false,"required":["agent_id","capabilities"],"properties":{"agent_id":{"$ref":"../common.json#/$defs/did"},"capabilities":{"type":"object","additionalProperties":false,"required":["act:payment:negotiation"],"properties":{"act:payment:negotiation":{"oneOf":[{"type":"object","additionalProperties":false,"required":["mode","capability_url"],"properties":{"mode":{"const":"one-way"},"capability_url":{"$ref":"../common.json#/$defs/url"}}},{"type":"object","additionalProperties":false,"required":["mode","negotiation_endpoint"],"properties":{"mode":{"const":"two-way"},"negotiation_endpoint":{"$ref":"../common.json#/$defs/url"}}}]}}}}};

function validate58(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://openact.example/schemas/1/http/agent-card.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.agent_id === undefined) && (missing0 = "agent_id")) || ((data.capabilities === undefined) && (missing0 = "capabilities"))){
validate58.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "agent_id") || (key0 === "capabilities"))){
validate58.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.agent_id !== undefined){
let data0 = data.agent_id;
const _errs2 = errors;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data0 === "string"){
if(!pattern10.test(data0)){
validate58.errors = [{instancePath:instancePath+"/agent_id",schemaPath:"../common.json#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate58.errors = [{instancePath:instancePath+"/agent_id",schemaPath:"../common.json#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.capabilities !== undefined){
let data1 = data.capabilities;
const _errs5 = errors;
if(errors === _errs5){
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
let missing1;
if((data1["act:payment:negotiation"] === undefined) && (missing1 = "act:payment:negotiation")){
validate58.errors = [{instancePath:instancePath+"/capabilities",schemaPath:"#/properties/capabilities/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs7 = errors;
for(const key1 in data1){
if(!(key1 === "act:payment:negotiation")){
validate58.errors = [{instancePath:instancePath+"/capabilities",schemaPath:"#/properties/capabilities/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs7 === errors){
if(data1["act:payment:negotiation"] !== undefined){
let data2 = data1["act:payment:negotiation"];
const _errs9 = errors;
let valid3 = false;
let passing0 = null;
const _errs10 = errors;
if(errors === _errs10){
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
let missing2;
if(((data2.mode === undefined) && (missing2 = "mode")) || ((data2.capability_url === undefined) && (missing2 = "capability_url"))){
const err0 = {instancePath:instancePath+"/capabilities/act:payment:negotiation",schemaPath:"#/properties/capabilities/properties/act%3Apayment%3Anegotiation/oneOf/0/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
const _errs12 = errors;
for(const key2 in data2){
if(!((key2 === "mode") || (key2 === "capability_url"))){
const err1 = {instancePath:instancePath+"/capabilities/act:payment:negotiation",schemaPath:"#/properties/capabilities/properties/act%3Apayment%3Anegotiation/oneOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
break;
}
}
if(_errs12 === errors){
if(data2.mode !== undefined){
const _errs13 = errors;
if("one-way" !== data2.mode){
const err2 = {instancePath:instancePath+"/capabilities/act:payment:negotiation/mode",schemaPath:"#/properties/capabilities/properties/act%3Apayment%3Anegotiation/oneOf/0/properties/mode/const",keyword:"const",params:{allowedValue: "one-way"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var valid4 = _errs13 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data2.capability_url !== undefined){
let data4 = data2.capability_url;
const _errs14 = errors;
const _errs15 = errors;
if(errors === _errs15){
if(typeof data4 === "string"){
if(func1(data4) > 512){
const err3 = {instancePath:instancePath+"/capabilities/act:payment:negotiation/capability_url",schemaPath:"../common.json#/$defs/url/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
else {
if(!pattern150.test(data4)){
const err4 = {instancePath:instancePath+"/capabilities/act:payment:negotiation/capability_url",schemaPath:"../common.json#/$defs/url/pattern",keyword:"pattern",params:{pattern: "^https?://[!-~]+$"},message:"must match pattern \""+"^https?://[!-~]+$"+"\""};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath:instancePath+"/capabilities/act:payment:negotiation/capability_url",schemaPath:"../common.json#/$defs/url/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
var valid4 = _errs14 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
else {
const err6 = {instancePath:instancePath+"/capabilities/act:payment:negotiation",schemaPath:"#/properties/capabilities/properties/act%3Apayment%3Anegotiation/oneOf/0/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
var _valid0 = _errs10 === errors;
if(_valid0){
valid3 = true;
passing0 = 0;
}
const _errs17 = errors;
if(errors === _errs17){
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
let missing3;
if(((data2.mode === undefined) && (missing3 = "mode")) || ((data2.negotiation_endpoint === undefined) && (missing3 = "negotiation_endpoint"))){
const err7 = {instancePath:instancePath+"/capabilities/act:payment:negotiation",schemaPath:"#/properties/capabilities/properties/act%3Apayment%3Anegotiation/oneOf/1/required",keyword:"required",params:{missingProperty: missing3},message:"must have required property '"+missing3+"'"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
else {
const _errs19 = errors;
for(const key3 in data2){
if(!((key3 === "mode") || (key3 === "negotiation_endpoint"))){
const err8 = {instancePath:instancePath+"/capabilities/act:payment:negotiation",schemaPath:"#/properties/capabilities/properties/act%3Apayment%3Anegotiation/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
break;
}
}
if(_errs19 === errors){
if(data2.mode !== undefined){
const _errs20 = errors;
if("two-way" !== data2.mode){
const err9 = {instancePath:instancePath+"/capabilities/act:payment:negotiation/mode",schemaPath:"#/properties/capabilities/properties/act%3Apayment%3Anegotiation/oneOf/1/properties/mode/const",keyword:"const",params:{allowedValue: "two-way"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
var valid6 = _errs20 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data2.negotiation_endpoint !== undefined){
let data6 = data2.negotiation_endpoint;
const _errs21 = errors;
const _errs22 = errors;
if(errors === _errs22){
if(typeof data6 === "string"){
if(func1(data6) > 512){
const err10 = {instancePath:instancePath+"/capabilities/act:payment:negotiation/negotiation_endpoint",schemaPath:"../common.json#/$defs/url/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
else {
if(!pattern150.test(data6)){
const err11 = {instancePath:instancePath+"/capabilities/act:payment:negotiation/negotiation_endpoint",schemaPath:"../common.json#/$defs/url/pattern",keyword:"pattern",params:{pattern: "^https?://[!-~]+$"},message:"must match pattern \""+"^https?://[!-~]+$"+"\""};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath:instancePath+"/capabilities/act:payment:negotiation/negotiation_endpoint",schemaPath:"../common.json#/$defs/url/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
var valid6 = _errs21 === errors;
}
else {
var valid6 = true;
}
}
}
}
}
else {
const err13 = {instancePath:instancePath+"/capabilities/act:payment:negotiation",schemaPath:"#/properties/capabilities/properties/act%3Apayment%3Anegotiation/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
var _valid0 = _errs17 === errors;
if(_valid0 && valid3){
valid3 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid3 = true;
passing0 = 1;
}
}
if(!valid3){
const err14 = {instancePath:instancePath+"/capabilities/act:payment:negotiation",schemaPath:"#/properties/capabilities/properties/act%3Apayment%3Anegotiation/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
validate58.errors = vErrors;
return false;
}
else {
errors = _errs9;
if(vErrors !== null){
if(_errs9){
vErrors.length = _errs9;
}
else {
vErrors = null;
}
}
}
}
}
}
}
else {
validate58.errors = [{instancePath:instancePath+"/capabilities",schemaPath:"#/properties/capabilities/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
validate58.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate58.errors = vErrors;
return errors === 0;
}

export const validateAnchorListBody = validate59;
const schema237 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://openact.example/schemas/1/http/anchor-list.json","title":"AnchorListBody","description":"Anchors of one privacy channel, in their order.","type":"object","additionalProperties":false,"required":["anchors"],"properties":{"anchors":{"type":"array","maxItems":256,"items":{"$ref":"anchored.json"}}}};
const schema238 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://openact.example/schemas/1/http/anchored.json","title":"AnchoredBody","description":"An anchor with its place in the log: everything that shows offline that it is there.","type":"object","additionalProperties":false,"required":["anchor","index","checkpoint","inclusion"],"properties":{"anchor":{"$ref":"../common.json#/$defs/compact_jws"},"agent_attestation":{"$ref":"../common.json#/$defs/compact_jws"},"index":{"type":"integer","minimum":0,"maximum":9007199254740991},"checkpoint":{"type":"string","maxLength":16384,"description":"A signed note (C2SP), whole."},"inclusion":{"type":"array","items":{"$ref":"../common.json#/$defs/digest"},"maxItems":64,"description":"Siblings from the leaf up (RFC 9162 2.1.3)."}}};

function validate60(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://openact.example/schemas/1/http/anchored.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.anchor === undefined) && (missing0 = "anchor")) || ((data.index === undefined) && (missing0 = "index"))) || ((data.checkpoint === undefined) && (missing0 = "checkpoint"))) || ((data.inclusion === undefined) && (missing0 = "inclusion"))){
validate60.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((key0 === "anchor") || (key0 === "agent_attestation")) || (key0 === "index")) || (key0 === "checkpoint")) || (key0 === "inclusion"))){
validate60.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.anchor !== undefined){
let data0 = data.anchor;
const _errs2 = errors;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data0 === "string"){
if(func1(data0) > 16384){
validate60.errors = [{instancePath:instancePath+"/anchor",schemaPath:"../common.json#/$defs/compact_jws/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters"}];
return false;
}
else {
if(!pattern12.test(data0)){
validate60.errors = [{instancePath:instancePath+"/anchor",schemaPath:"../common.json#/$defs/compact_jws/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"+"\""}];
return false;
}
}
}
else {
validate60.errors = [{instancePath:instancePath+"/anchor",schemaPath:"../common.json#/$defs/compact_jws/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.agent_attestation !== undefined){
let data1 = data.agent_attestation;
const _errs5 = errors;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data1 === "string"){
if(func1(data1) > 16384){
validate60.errors = [{instancePath:instancePath+"/agent_attestation",schemaPath:"../common.json#/$defs/compact_jws/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters"}];
return false;
}
else {
if(!pattern12.test(data1)){
validate60.errors = [{instancePath:instancePath+"/agent_attestation",schemaPath:"../common.json#/$defs/compact_jws/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"+"\""}];
return false;
}
}
}
else {
validate60.errors = [{instancePath:instancePath+"/agent_attestation",schemaPath:"../common.json#/$defs/compact_jws/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.index !== undefined){
let data2 = data.index;
const _errs8 = errors;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
validate60.errors = [{instancePath:instancePath+"/index",schemaPath:"#/properties/index/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs8){
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 9007199254740991 || isNaN(data2)){
validate60.errors = [{instancePath:instancePath+"/index",schemaPath:"#/properties/index/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991"}];
return false;
}
else {
if(data2 < 0 || isNaN(data2)){
validate60.errors = [{instancePath:instancePath+"/index",schemaPath:"#/properties/index/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.checkpoint !== undefined){
let data3 = data.checkpoint;
const _errs10 = errors;
if(errors === _errs10){
if(typeof data3 === "string"){
if(func1(data3) > 16384){
validate60.errors = [{instancePath:instancePath+"/checkpoint",schemaPath:"#/properties/checkpoint/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters"}];
return false;
}
}
else {
validate60.errors = [{instancePath:instancePath+"/checkpoint",schemaPath:"#/properties/checkpoint/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.inclusion !== undefined){
let data4 = data.inclusion;
const _errs12 = errors;
if(errors === _errs12){
if(Array.isArray(data4)){
if(data4.length > 64){
validate60.errors = [{instancePath:instancePath+"/inclusion",schemaPath:"#/properties/inclusion/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"}];
return false;
}
else {
var valid3 = true;
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
let data5 = data4[i0];
const _errs14 = errors;
const _errs15 = errors;
if(errors === _errs15){
if(typeof data5 === "string"){
if(!pattern8.test(data5)){
validate60.errors = [{instancePath:instancePath+"/inclusion/" + i0,schemaPath:"../common.json#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""}];
return false;
}
}
else {
validate60.errors = [{instancePath:instancePath+"/inclusion/" + i0,schemaPath:"../common.json#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid3 = _errs14 === errors;
if(!valid3){
break;
}
}
}
}
else {
validate60.errors = [{instancePath:instancePath+"/inclusion",schemaPath:"#/properties/inclusion/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
else {
validate60.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate60.errors = vErrors;
return errors === 0;
}


function validate59(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://openact.example/schemas/1/http/anchor-list.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.anchors === undefined) && (missing0 = "anchors")){
validate59.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(key0 === "anchors")){
validate59.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.anchors !== undefined){
let data0 = data.anchors;
const _errs2 = errors;
if(errors === _errs2){
if(Array.isArray(data0)){
if(data0.length > 256){
validate59.errors = [{instancePath:instancePath+"/anchors",schemaPath:"#/properties/anchors/maxItems",keyword:"maxItems",params:{limit: 256},message:"must NOT have more than 256 items"}];
return false;
}
else {
var valid1 = true;
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
const _errs4 = errors;
if(!(validate60(data0[i0], {instancePath:instancePath+"/anchors/" + i0,parentData:data0,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors);
errors = vErrors.length;
}
var valid1 = _errs4 === errors;
if(!valid1){
break;
}
}
}
}
else {
validate59.errors = [{instancePath:instancePath+"/anchors",schemaPath:"#/properties/anchors/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
}
}
}
}
else {
validate59.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate59.errors = vErrors;
return errors === 0;
}

export const validateAnchorRequestBody = validate62;
const schema242 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://openact.example/schemas/1/http/anchor-request.json","title":"AnchorRequestBody","description":"Body of POST /anchors.","type":"object","additionalProperties":false,"required":["anchor"],"properties":{"anchor":{"$ref":"../common.json#/$defs/compact_jws","description":"act-anchor+jwt."},"agent_attestation":{"$ref":"../common.json#/$defs/compact_jws","description":"act-agent+jwt, where the submitter is an agent: whose key has signed."}}};

function validate62(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://openact.example/schemas/1/http/anchor-request.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.anchor === undefined) && (missing0 = "anchor")){
validate62.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "anchor") || (key0 === "agent_attestation"))){
validate62.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.anchor !== undefined){
let data0 = data.anchor;
const _errs2 = errors;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data0 === "string"){
if(func1(data0) > 16384){
validate62.errors = [{instancePath:instancePath+"/anchor",schemaPath:"../common.json#/$defs/compact_jws/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters"}];
return false;
}
else {
if(!pattern12.test(data0)){
validate62.errors = [{instancePath:instancePath+"/anchor",schemaPath:"../common.json#/$defs/compact_jws/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"+"\""}];
return false;
}
}
}
else {
validate62.errors = [{instancePath:instancePath+"/anchor",schemaPath:"../common.json#/$defs/compact_jws/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.agent_attestation !== undefined){
let data1 = data.agent_attestation;
const _errs5 = errors;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data1 === "string"){
if(func1(data1) > 16384){
validate62.errors = [{instancePath:instancePath+"/agent_attestation",schemaPath:"../common.json#/$defs/compact_jws/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters"}];
return false;
}
else {
if(!pattern12.test(data1)){
validate62.errors = [{instancePath:instancePath+"/agent_attestation",schemaPath:"../common.json#/$defs/compact_jws/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"+"\""}];
return false;
}
}
}
else {
validate62.errors = [{instancePath:instancePath+"/agent_attestation",schemaPath:"../common.json#/$defs/compact_jws/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
validate62.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate62.errors = vErrors;
return errors === 0;
}

export const validateAnchoredBody = validate60;

export const validatePaymentCapability = validate63;
const schema245 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://openact.example/schemas/1/http/capability.json","title":"PaymentCapability","type":"object","description":"act-payment-capability.json (CID-PCA-NEG).","additionalProperties":false,"required":["version","role","agent_id","supported_methods"],"properties":{"version":{"type":"string","minLength":1,"maxLength":16},"role":{"const":"payee"},"agent_id":{"$ref":"../common.json#/$defs/did"},"supported_methods":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["method_id","psps"],"properties":{"method_id":{"$ref":"../common.json#/$defs/urn"},"psps":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["psp_id","endpoint","method_schema_url"],"properties":{"psp_id":{"$ref":"../common.json#/$defs/psp_reference"},"endpoint":{"$ref":"../common.json#/$defs/url"},"method_schema_url":{"$ref":"../common.json#/$defs/url"}}},"minItems":1,"maxItems":16}}},"minItems":0,"maxItems":32}}};
const schema248 = {"description":"A payment service as ACT's capability declarations name it: an ACT identifier, or a name in the urn:act namespace.","type":"string","pattern":"^(did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}|urn:act:[A-Za-z0-9._:-]{1,120})$"};
const pattern166 = new RegExp("^(did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}|urn:act:[A-Za-z0-9._:-]{1,120})$", "u");

function validate63(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://openact.example/schemas/1/http/capability.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.version === undefined) && (missing0 = "version")) || ((data.role === undefined) && (missing0 = "role"))) || ((data.agent_id === undefined) && (missing0 = "agent_id"))) || ((data.supported_methods === undefined) && (missing0 = "supported_methods"))){
validate63.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((key0 === "version") || (key0 === "role")) || (key0 === "agent_id")) || (key0 === "supported_methods"))){
validate63.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.version !== undefined){
let data0 = data.version;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(func1(data0) > 16){
validate63.errors = [{instancePath:instancePath+"/version",schemaPath:"#/properties/version/maxLength",keyword:"maxLength",params:{limit: 16},message:"must NOT have more than 16 characters"}];
return false;
}
else {
if(func1(data0) < 1){
validate63.errors = [{instancePath:instancePath+"/version",schemaPath:"#/properties/version/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate63.errors = [{instancePath:instancePath+"/version",schemaPath:"#/properties/version/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.role !== undefined){
const _errs4 = errors;
if("payee" !== data.role){
validate63.errors = [{instancePath:instancePath+"/role",schemaPath:"#/properties/role/const",keyword:"const",params:{allowedValue: "payee"},message:"must be equal to constant"}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.agent_id !== undefined){
let data2 = data.agent_id;
const _errs5 = errors;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data2 === "string"){
if(!pattern10.test(data2)){
validate63.errors = [{instancePath:instancePath+"/agent_id",schemaPath:"../common.json#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate63.errors = [{instancePath:instancePath+"/agent_id",schemaPath:"../common.json#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.supported_methods !== undefined){
let data3 = data.supported_methods;
const _errs8 = errors;
if(errors === _errs8){
if(Array.isArray(data3)){
if(data3.length > 32){
validate63.errors = [{instancePath:instancePath+"/supported_methods",schemaPath:"#/properties/supported_methods/maxItems",keyword:"maxItems",params:{limit: 32},message:"must NOT have more than 32 items"}];
return false;
}
else {
if(data3.length < 0){
validate63.errors = [{instancePath:instancePath+"/supported_methods",schemaPath:"#/properties/supported_methods/minItems",keyword:"minItems",params:{limit: 0},message:"must NOT have fewer than 0 items"}];
return false;
}
else {
var valid2 = true;
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
const _errs10 = errors;
if(errors === _errs10){
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
let missing1;
if(((data4.method_id === undefined) && (missing1 = "method_id")) || ((data4.psps === undefined) && (missing1 = "psps"))){
validate63.errors = [{instancePath:instancePath+"/supported_methods/" + i0,schemaPath:"#/properties/supported_methods/items/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs12 = errors;
for(const key1 in data4){
if(!((key1 === "method_id") || (key1 === "psps"))){
validate63.errors = [{instancePath:instancePath+"/supported_methods/" + i0,schemaPath:"#/properties/supported_methods/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs12 === errors){
if(data4.method_id !== undefined){
let data5 = data4.method_id;
const _errs13 = errors;
const _errs14 = errors;
if(errors === _errs14){
if(typeof data5 === "string"){
if(!pattern4.test(data5)){
validate63.errors = [{instancePath:instancePath+"/supported_methods/" + i0+"/method_id",schemaPath:"../common.json#/$defs/urn/pattern",keyword:"pattern",params:{pattern: "^urn:act:[A-Za-z0-9._:-]{1,120}$"},message:"must match pattern \""+"^urn:act:[A-Za-z0-9._:-]{1,120}$"+"\""}];
return false;
}
}
else {
validate63.errors = [{instancePath:instancePath+"/supported_methods/" + i0+"/method_id",schemaPath:"../common.json#/$defs/urn/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid3 = _errs13 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data4.psps !== undefined){
let data6 = data4.psps;
const _errs16 = errors;
if(errors === _errs16){
if(Array.isArray(data6)){
if(data6.length > 16){
validate63.errors = [{instancePath:instancePath+"/supported_methods/" + i0+"/psps",schemaPath:"#/properties/supported_methods/items/properties/psps/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items"}];
return false;
}
else {
if(data6.length < 1){
validate63.errors = [{instancePath:instancePath+"/supported_methods/" + i0+"/psps",schemaPath:"#/properties/supported_methods/items/properties/psps/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid5 = true;
const len1 = data6.length;
for(let i1=0; i1<len1; i1++){
let data7 = data6[i1];
const _errs18 = errors;
if(errors === _errs18){
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
let missing2;
if((((data7.psp_id === undefined) && (missing2 = "psp_id")) || ((data7.endpoint === undefined) && (missing2 = "endpoint"))) || ((data7.method_schema_url === undefined) && (missing2 = "method_schema_url"))){
validate63.errors = [{instancePath:instancePath+"/supported_methods/" + i0+"/psps/" + i1,schemaPath:"#/properties/supported_methods/items/properties/psps/items/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"}];
return false;
}
else {
const _errs20 = errors;
for(const key2 in data7){
if(!(((key2 === "psp_id") || (key2 === "endpoint")) || (key2 === "method_schema_url"))){
validate63.errors = [{instancePath:instancePath+"/supported_methods/" + i0+"/psps/" + i1,schemaPath:"#/properties/supported_methods/items/properties/psps/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs20 === errors){
if(data7.psp_id !== undefined){
let data8 = data7.psp_id;
const _errs21 = errors;
const _errs22 = errors;
if(errors === _errs22){
if(typeof data8 === "string"){
if(!pattern166.test(data8)){
validate63.errors = [{instancePath:instancePath+"/supported_methods/" + i0+"/psps/" + i1+"/psp_id",schemaPath:"../common.json#/$defs/psp_reference/pattern",keyword:"pattern",params:{pattern: "^(did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}|urn:act:[A-Za-z0-9._:-]{1,120})$"},message:"must match pattern \""+"^(did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}|urn:act:[A-Za-z0-9._:-]{1,120})$"+"\""}];
return false;
}
}
else {
validate63.errors = [{instancePath:instancePath+"/supported_methods/" + i0+"/psps/" + i1+"/psp_id",schemaPath:"../common.json#/$defs/psp_reference/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid6 = _errs21 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data7.endpoint !== undefined){
let data9 = data7.endpoint;
const _errs24 = errors;
const _errs25 = errors;
if(errors === _errs25){
if(typeof data9 === "string"){
if(func1(data9) > 512){
validate63.errors = [{instancePath:instancePath+"/supported_methods/" + i0+"/psps/" + i1+"/endpoint",schemaPath:"../common.json#/$defs/url/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters"}];
return false;
}
else {
if(!pattern150.test(data9)){
validate63.errors = [{instancePath:instancePath+"/supported_methods/" + i0+"/psps/" + i1+"/endpoint",schemaPath:"../common.json#/$defs/url/pattern",keyword:"pattern",params:{pattern: "^https?://[!-~]+$"},message:"must match pattern \""+"^https?://[!-~]+$"+"\""}];
return false;
}
}
}
else {
validate63.errors = [{instancePath:instancePath+"/supported_methods/" + i0+"/psps/" + i1+"/endpoint",schemaPath:"../common.json#/$defs/url/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid6 = _errs24 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data7.method_schema_url !== undefined){
let data10 = data7.method_schema_url;
const _errs27 = errors;
const _errs28 = errors;
if(errors === _errs28){
if(typeof data10 === "string"){
if(func1(data10) > 512){
validate63.errors = [{instancePath:instancePath+"/supported_methods/" + i0+"/psps/" + i1+"/method_schema_url",schemaPath:"../common.json#/$defs/url/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters"}];
return false;
}
else {
if(!pattern150.test(data10)){
validate63.errors = [{instancePath:instancePath+"/supported_methods/" + i0+"/psps/" + i1+"/method_schema_url",schemaPath:"../common.json#/$defs/url/pattern",keyword:"pattern",params:{pattern: "^https?://[!-~]+$"},message:"must match pattern \""+"^https?://[!-~]+$"+"\""}];
return false;
}
}
}
else {
validate63.errors = [{instancePath:instancePath+"/supported_methods/" + i0+"/psps/" + i1+"/method_schema_url",schemaPath:"../common.json#/$defs/url/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid6 = _errs27 === errors;
}
else {
var valid6 = true;
}
}
}
}
}
}
else {
validate63.errors = [{instancePath:instancePath+"/supported_methods/" + i0+"/psps/" + i1,schemaPath:"#/properties/supported_methods/items/properties/psps/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid5 = _errs18 === errors;
if(!valid5){
break;
}
}
}
}
}
else {
validate63.errors = [{instancePath:instancePath+"/supported_methods/" + i0+"/psps",schemaPath:"#/properties/supported_methods/items/properties/psps/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid3 = _errs16 === errors;
}
else {
var valid3 = true;
}
}
}
}
}
else {
validate63.errors = [{instancePath:instancePath+"/supported_methods/" + i0,schemaPath:"#/properties/supported_methods/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid2 = _errs10 === errors;
if(!valid2){
break;
}
}
}
}
}
else {
validate63.errors = [{instancePath:instancePath+"/supported_methods",schemaPath:"#/properties/supported_methods/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
else {
validate63.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate63.errors = vErrors;
return errors === 0;
}

export const validateCatalogueItem = validate64;
const schema251 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://openact.example/schemas/1/http/catalogue-item.json","title":"CatalogueItem","type":"object","description":"What a merchant says of one item (CID-MER-CAT): the five required members are the minimum, the others are recommended.","additionalProperties":false,"required":["item_id","name","category","price","currency"],"properties":{"item_id":{"$ref":"../common.json#/$defs/id"},"name":{"type":"string","minLength":1,"maxLength":200},"category":{"$ref":"../common.json#/$defs/category"},"price":{"$ref":"../common.json#/$defs/amount"},"currency":{"$ref":"../common.json#/$defs/currency"},"stock":{"type":"integer","minimum":0},"price_valid_until":{"$ref":"../common.json#/$defs/utc_time"},"deliver_by":{"$ref":"../common.json#/$defs/utc_time"},"merchant":{"$ref":"../common.json#/$defs/did"},"detail_url":{"$ref":"../common.json#/$defs/url"}}};

function validate64(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://openact.example/schemas/1/http/catalogue-item.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((data.item_id === undefined) && (missing0 = "item_id")) || ((data.name === undefined) && (missing0 = "name"))) || ((data.category === undefined) && (missing0 = "category"))) || ((data.price === undefined) && (missing0 = "price"))) || ((data.currency === undefined) && (missing0 = "currency"))){
validate64.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func6.call(schema251.properties, key0))){
validate64.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.item_id !== undefined){
let data0 = data.item_id;
const _errs2 = errors;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data0 === "string"){
if(!pattern5.test(data0)){
validate64.errors = [{instancePath:instancePath+"/item_id",schemaPath:"../common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate64.errors = [{instancePath:instancePath+"/item_id",schemaPath:"../common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.name !== undefined){
let data1 = data.name;
const _errs5 = errors;
if(errors === _errs5){
if(typeof data1 === "string"){
if(func1(data1) > 200){
validate64.errors = [{instancePath:instancePath+"/name",schemaPath:"#/properties/name/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters"}];
return false;
}
else {
if(func1(data1) < 1){
validate64.errors = [{instancePath:instancePath+"/name",schemaPath:"#/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate64.errors = [{instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.category !== undefined){
let data2 = data.category;
const _errs7 = errors;
const _errs8 = errors;
if(errors === _errs8){
if(typeof data2 === "string"){
if(!pattern62.test(data2)){
validate64.errors = [{instancePath:instancePath+"/category",schemaPath:"../common.json#/$defs/category/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9._/-]{0,63}$"},message:"must match pattern \""+"^[a-z0-9][a-z0-9._/-]{0,63}$"+"\""}];
return false;
}
}
else {
validate64.errors = [{instancePath:instancePath+"/category",schemaPath:"../common.json#/$defs/category/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.price !== undefined){
let data3 = data.price;
const _errs10 = errors;
const _errs11 = errors;
if(errors === _errs11){
if(typeof data3 === "string"){
if(!pattern6.test(data3)){
validate64.errors = [{instancePath:instancePath+"/price",schemaPath:"../common.json#/$defs/amount/pattern",keyword:"pattern",params:{pattern: "^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"},message:"must match pattern \""+"^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"+"\""}];
return false;
}
}
else {
validate64.errors = [{instancePath:instancePath+"/price",schemaPath:"../common.json#/$defs/amount/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.currency !== undefined){
let data4 = data.currency;
const _errs13 = errors;
const _errs14 = errors;
if(errors === _errs14){
if(typeof data4 === "string"){
if(!pattern7.test(data4)){
validate64.errors = [{instancePath:instancePath+"/currency",schemaPath:"../common.json#/$defs/currency/pattern",keyword:"pattern",params:{pattern: "^[A-Z]{3}$"},message:"must match pattern \""+"^[A-Z]{3}$"+"\""}];
return false;
}
}
else {
validate64.errors = [{instancePath:instancePath+"/currency",schemaPath:"../common.json#/$defs/currency/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.stock !== undefined){
let data5 = data.stock;
const _errs16 = errors;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
validate64.errors = [{instancePath:instancePath+"/stock",schemaPath:"#/properties/stock/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs16){
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 < 0 || isNaN(data5)){
validate64.errors = [{instancePath:instancePath+"/stock",schemaPath:"#/properties/stock/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid0 = _errs16 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.price_valid_until !== undefined){
let data6 = data.price_valid_until;
const _errs18 = errors;
const _errs19 = errors;
if(errors === _errs19){
if(typeof data6 === "string"){
if(!pattern9.test(data6)){
validate64.errors = [{instancePath:instancePath+"/price_valid_until",schemaPath:"../common.json#/$defs/utc_time/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"+"\""}];
return false;
}
}
else {
validate64.errors = [{instancePath:instancePath+"/price_valid_until",schemaPath:"../common.json#/$defs/utc_time/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs18 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.deliver_by !== undefined){
let data7 = data.deliver_by;
const _errs21 = errors;
const _errs22 = errors;
if(errors === _errs22){
if(typeof data7 === "string"){
if(!pattern9.test(data7)){
validate64.errors = [{instancePath:instancePath+"/deliver_by",schemaPath:"../common.json#/$defs/utc_time/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"+"\""}];
return false;
}
}
else {
validate64.errors = [{instancePath:instancePath+"/deliver_by",schemaPath:"../common.json#/$defs/utc_time/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs21 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.merchant !== undefined){
let data8 = data.merchant;
const _errs24 = errors;
const _errs25 = errors;
if(errors === _errs25){
if(typeof data8 === "string"){
if(!pattern10.test(data8)){
validate64.errors = [{instancePath:instancePath+"/merchant",schemaPath:"../common.json#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate64.errors = [{instancePath:instancePath+"/merchant",schemaPath:"../common.json#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs24 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.detail_url !== undefined){
let data9 = data.detail_url;
const _errs27 = errors;
const _errs28 = errors;
if(errors === _errs28){
if(typeof data9 === "string"){
if(func1(data9) > 512){
validate64.errors = [{instancePath:instancePath+"/detail_url",schemaPath:"../common.json#/$defs/url/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters"}];
return false;
}
else {
if(!pattern150.test(data9)){
validate64.errors = [{instancePath:instancePath+"/detail_url",schemaPath:"../common.json#/$defs/url/pattern",keyword:"pattern",params:{pattern: "^https?://[!-~]+$"},message:"must match pattern \""+"^https?://[!-~]+$"+"\""}];
return false;
}
}
}
else {
validate64.errors = [{instancePath:instancePath+"/detail_url",schemaPath:"../common.json#/$defs/url/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs27 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate64.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate64.errors = vErrors;
return errors === 0;
}

export const validateCatalogue = validate65;
const schema260 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://openact.example/schemas/1/http/catalogue.json","title":"Catalogue","type":"object","additionalProperties":false,"required":["merchant","items"],"properties":{"merchant":{"$ref":"../common.json#/$defs/did"},"items":{"type":"array","items":{"$ref":"catalogue-item.json"},"minItems":0,"maxItems":1000}}};

function validate65(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://openact.example/schemas/1/http/catalogue.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.merchant === undefined) && (missing0 = "merchant")) || ((data.items === undefined) && (missing0 = "items"))){
validate65.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "merchant") || (key0 === "items"))){
validate65.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.merchant !== undefined){
let data0 = data.merchant;
const _errs2 = errors;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data0 === "string"){
if(!pattern10.test(data0)){
validate65.errors = [{instancePath:instancePath+"/merchant",schemaPath:"../common.json#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate65.errors = [{instancePath:instancePath+"/merchant",schemaPath:"../common.json#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.items !== undefined){
let data1 = data.items;
const _errs5 = errors;
if(errors === _errs5){
if(Array.isArray(data1)){
if(data1.length > 1000){
validate65.errors = [{instancePath:instancePath+"/items",schemaPath:"#/properties/items/maxItems",keyword:"maxItems",params:{limit: 1000},message:"must NOT have more than 1000 items"}];
return false;
}
else {
if(data1.length < 0){
validate65.errors = [{instancePath:instancePath+"/items",schemaPath:"#/properties/items/minItems",keyword:"minItems",params:{limit: 0},message:"must NOT have fewer than 0 items"}];
return false;
}
else {
var valid2 = true;
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
const _errs7 = errors;
if(!(validate64(data1[i0], {instancePath:instancePath+"/items/" + i0,parentData:data1,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
errors = vErrors.length;
}
var valid2 = _errs7 === errors;
if(!valid2){
break;
}
}
}
}
}
else {
validate65.errors = [{instancePath:instancePath+"/items",schemaPath:"#/properties/items/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
validate65.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate65.errors = vErrors;
return errors === 0;
}

export const validateCommandBody = validate67;
const schema262 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://openact.example/schemas/1/http/command.json","title":"CommandBody","type":"object","additionalProperties":false,"required":["command"],"properties":{"command":{"$ref":"../common.json#/$defs/compact_jws"}}};

function validate67(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://openact.example/schemas/1/http/command.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.command === undefined) && (missing0 = "command")){
validate67.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(key0 === "command")){
validate67.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.command !== undefined){
let data0 = data.command;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data0 === "string"){
if(func1(data0) > 16384){
validate67.errors = [{instancePath:instancePath+"/command",schemaPath:"../common.json#/$defs/compact_jws/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters"}];
return false;
}
else {
if(!pattern12.test(data0)){
validate67.errors = [{instancePath:instancePath+"/command",schemaPath:"../common.json#/$defs/compact_jws/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"+"\""}];
return false;
}
}
}
else {
validate67.errors = [{instancePath:instancePath+"/command",schemaPath:"../common.json#/$defs/compact_jws/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
}
}
}
}
else {
validate67.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate67.errors = vErrors;
return errors === 0;
}

export const validateConfirmationCodeAnswer = validate68;
const schema264 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://openact.example/schemas/1/http/confirmation-code.json","title":"ConfirmationCodeAnswer","description":"A one-time code was made for one confirmation: sent to the user (OTP), or here to be shown for scanning (QR).","type":"object","additionalProperties":false,"required":["confirmation_id","code_id","method","expires_at"],"properties":{"confirmation_id":{"$ref":"../common.json#/$defs/id"},"code_id":{"$ref":"../common.json#/$defs/id"},"method":{"type":"string","enum":["OTP","QR"]},"expires_at":{"$ref":"../common.json#/$defs/utc_time"},"code":{"type":"string","description":"Only of QR: what the code on the page says.","pattern":"^[A-Za-z0-9_-]{22,43}$"}}};

function validate68(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://openact.example/schemas/1/http/confirmation-code.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.confirmation_id === undefined) && (missing0 = "confirmation_id")) || ((data.code_id === undefined) && (missing0 = "code_id"))) || ((data.method === undefined) && (missing0 = "method"))) || ((data.expires_at === undefined) && (missing0 = "expires_at"))){
validate68.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((key0 === "confirmation_id") || (key0 === "code_id")) || (key0 === "method")) || (key0 === "expires_at")) || (key0 === "code"))){
validate68.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.confirmation_id !== undefined){
let data0 = data.confirmation_id;
const _errs2 = errors;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data0 === "string"){
if(!pattern5.test(data0)){
validate68.errors = [{instancePath:instancePath+"/confirmation_id",schemaPath:"../common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate68.errors = [{instancePath:instancePath+"/confirmation_id",schemaPath:"../common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.code_id !== undefined){
let data1 = data.code_id;
const _errs5 = errors;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data1 === "string"){
if(!pattern5.test(data1)){
validate68.errors = [{instancePath:instancePath+"/code_id",schemaPath:"../common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate68.errors = [{instancePath:instancePath+"/code_id",schemaPath:"../common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.method !== undefined){
let data2 = data.method;
const _errs8 = errors;
if(typeof data2 !== "string"){
validate68.errors = [{instancePath:instancePath+"/method",schemaPath:"#/properties/method/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!((data2 === "OTP") || (data2 === "QR"))){
validate68.errors = [{instancePath:instancePath+"/method",schemaPath:"#/properties/method/enum",keyword:"enum",params:{allowedValues: schema264.properties.method.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.expires_at !== undefined){
let data3 = data.expires_at;
const _errs10 = errors;
const _errs11 = errors;
if(errors === _errs11){
if(typeof data3 === "string"){
if(!pattern9.test(data3)){
validate68.errors = [{instancePath:instancePath+"/expires_at",schemaPath:"../common.json#/$defs/utc_time/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"+"\""}];
return false;
}
}
else {
validate68.errors = [{instancePath:instancePath+"/expires_at",schemaPath:"../common.json#/$defs/utc_time/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.code !== undefined){
let data4 = data.code;
const _errs13 = errors;
if(errors === _errs13){
if(typeof data4 === "string"){
if(!pattern89.test(data4)){
validate68.errors = [{instancePath:instancePath+"/code",schemaPath:"#/properties/code/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{22,43}$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{22,43}$"+"\""}];
return false;
}
}
else {
validate68.errors = [{instancePath:instancePath+"/code",schemaPath:"#/properties/code/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
else {
validate68.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate68.errors = vErrors;
return errors === 0;
}

export const validateConfirmationBody = validate69;
const schema268 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://openact.example/schemas/1/http/confirmation.json","title":"ConfirmationBody","type":"object","additionalProperties":false,"required":["confirmation"],"properties":{"confirmation":{"$ref":"../common.json#/$defs/compact_jws"},"secret":{"type":"string","description":"With OTP and QR the one-time code, with PASSWORD the payment password. It is compared and forgotten: never stored, never part of the evidence.","minLength":1,"maxLength":64,"pattern":"^[!-~]+$"}}};
const pattern184 = new RegExp("^[!-~]+$", "u");

function validate69(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://openact.example/schemas/1/http/confirmation.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.confirmation === undefined) && (missing0 = "confirmation")){
validate69.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "confirmation") || (key0 === "secret"))){
validate69.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.confirmation !== undefined){
let data0 = data.confirmation;
const _errs2 = errors;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data0 === "string"){
if(func1(data0) > 16384){
validate69.errors = [{instancePath:instancePath+"/confirmation",schemaPath:"../common.json#/$defs/compact_jws/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters"}];
return false;
}
else {
if(!pattern12.test(data0)){
validate69.errors = [{instancePath:instancePath+"/confirmation",schemaPath:"../common.json#/$defs/compact_jws/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"+"\""}];
return false;
}
}
}
else {
validate69.errors = [{instancePath:instancePath+"/confirmation",schemaPath:"../common.json#/$defs/compact_jws/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.secret !== undefined){
let data1 = data.secret;
const _errs5 = errors;
if(errors === _errs5){
if(typeof data1 === "string"){
if(func1(data1) > 64){
validate69.errors = [{instancePath:instancePath+"/secret",schemaPath:"#/properties/secret/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"}];
return false;
}
else {
if(func1(data1) < 1){
validate69.errors = [{instancePath:instancePath+"/secret",schemaPath:"#/properties/secret/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
else {
if(!pattern184.test(data1)){
validate69.errors = [{instancePath:instancePath+"/secret",schemaPath:"#/properties/secret/pattern",keyword:"pattern",params:{pattern: "^[!-~]+$"},message:"must match pattern \""+"^[!-~]+$"+"\""}];
return false;
}
}
}
}
else {
validate69.errors = [{instancePath:instancePath+"/secret",schemaPath:"#/properties/secret/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
validate69.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate69.errors = vErrors;
return errors === 0;
}

export const validateDelegationBody = validate70;
const schema270 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://openact.example/schemas/1/http/delegation.json","title":"DelegationBody","description":"One agent hands a mandate down to another.","type":"object","additionalProperties":false,"required":["iac","agent_attestation","command","delegation"],"properties":{"iac":{"$ref":"../iac.json"},"agent_attestation":{"$ref":"../common.json#/$defs/compact_jws","description":"The provider's statement about the agent that the mandate is handed to."},"command":{"$ref":"../common.json#/$defs/compact_jws","description":"act-command+jwt by that agent, action mandate.request; target = delegation_id of the iac; params.digest = digest of the iac object."},"delegation":{"$ref":"../common.json#/$defs/compact_jws","description":"act-command+jwt by the agent of the mandate above, action mandate.delegate; target = its delegation_id; params.digest = digest of the iac object."}}};

function validate70(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://openact.example/schemas/1/http/delegation.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.iac === undefined) && (missing0 = "iac")) || ((data.agent_attestation === undefined) && (missing0 = "agent_attestation"))) || ((data.command === undefined) && (missing0 = "command"))) || ((data.delegation === undefined) && (missing0 = "delegation"))){
validate70.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((key0 === "iac") || (key0 === "agent_attestation")) || (key0 === "command")) || (key0 === "delegation"))){
validate70.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.iac !== undefined){
const _errs2 = errors;
if(!(validate30(data.iac, {instancePath:instancePath+"/iac",parentData:data,parentDataProperty:"iac",rootData}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
errors = vErrors.length;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.agent_attestation !== undefined){
let data1 = data.agent_attestation;
const _errs3 = errors;
const _errs4 = errors;
if(errors === _errs4){
if(typeof data1 === "string"){
if(func1(data1) > 16384){
validate70.errors = [{instancePath:instancePath+"/agent_attestation",schemaPath:"../common.json#/$defs/compact_jws/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters"}];
return false;
}
else {
if(!pattern12.test(data1)){
validate70.errors = [{instancePath:instancePath+"/agent_attestation",schemaPath:"../common.json#/$defs/compact_jws/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"+"\""}];
return false;
}
}
}
else {
validate70.errors = [{instancePath:instancePath+"/agent_attestation",schemaPath:"../common.json#/$defs/compact_jws/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.command !== undefined){
let data2 = data.command;
const _errs6 = errors;
const _errs7 = errors;
if(errors === _errs7){
if(typeof data2 === "string"){
if(func1(data2) > 16384){
validate70.errors = [{instancePath:instancePath+"/command",schemaPath:"../common.json#/$defs/compact_jws/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters"}];
return false;
}
else {
if(!pattern12.test(data2)){
validate70.errors = [{instancePath:instancePath+"/command",schemaPath:"../common.json#/$defs/compact_jws/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"+"\""}];
return false;
}
}
}
else {
validate70.errors = [{instancePath:instancePath+"/command",schemaPath:"../common.json#/$defs/compact_jws/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.delegation !== undefined){
let data3 = data.delegation;
const _errs9 = errors;
const _errs10 = errors;
if(errors === _errs10){
if(typeof data3 === "string"){
if(func1(data3) > 16384){
validate70.errors = [{instancePath:instancePath+"/delegation",schemaPath:"../common.json#/$defs/compact_jws/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters"}];
return false;
}
else {
if(!pattern12.test(data3)){
validate70.errors = [{instancePath:instancePath+"/delegation",schemaPath:"../common.json#/$defs/compact_jws/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"+"\""}];
return false;
}
}
}
else {
validate70.errors = [{instancePath:instancePath+"/delegation",schemaPath:"../common.json#/$defs/compact_jws/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
else {
validate70.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate70.errors = vErrors;
return errors === 0;
}

export const validateDeviceEnrolmentBody = validate72;
const schema274 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://openact.example/schemas/1/http/device-enrolment.json","title":"DeviceEnrolmentBody","type":"object","additionalProperties":false,"required":["login_code","jwk","proof"],"properties":{"login_code":{"type":"string","description":"One-time code from the account holder's login.","minLength":1,"maxLength":128},"jwk":{"$ref":"../common.json#/$defs/public_jwk"},"proof":{"$ref":"../common.json#/$defs/compact_jws","description":"act-command+jwt, action device.enrol, signed by the new key; target = its thumbprint."}}};

function validate73(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs0 = errors;
let valid0 = false;
let passing0 = null;
const _errs1 = errors;
if(errors === _errs1){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.kty === undefined) && (missing0 = "kty")) || ((data.crv === undefined) && (missing0 = "crv"))) || ((data.x === undefined) && (missing0 = "x"))) || ((data.y === undefined) && (missing0 = "y"))){
const err0 = {instancePath,schemaPath:"#/oneOf/0/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
const _errs3 = errors;
for(const key0 in data){
if(!((((key0 === "kty") || (key0 === "crv")) || (key0 === "x")) || (key0 === "y"))){
const err1 = {instancePath,schemaPath:"#/oneOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
break;
}
}
if(_errs3 === errors){
if(data.kty !== undefined){
const _errs4 = errors;
if("EC" !== data.kty){
const err2 = {instancePath:instancePath+"/kty",schemaPath:"#/oneOf/0/properties/kty/const",keyword:"const",params:{allowedValue: "EC"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var valid1 = _errs4 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.crv !== undefined){
const _errs5 = errors;
if("P-256" !== data.crv){
const err3 = {instancePath:instancePath+"/crv",schemaPath:"#/oneOf/0/properties/crv/const",keyword:"const",params:{allowedValue: "P-256"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
var valid1 = _errs5 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.x !== undefined){
let data2 = data.x;
const _errs6 = errors;
const _errs7 = errors;
if(errors === _errs7){
if(typeof data2 === "string"){
if(!pattern8.test(data2)){
const err4 = {instancePath:instancePath+"/x",schemaPath:"#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/x",schemaPath:"#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
var valid1 = _errs6 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.y !== undefined){
let data3 = data.y;
const _errs9 = errors;
const _errs10 = errors;
if(errors === _errs10){
if(typeof data3 === "string"){
if(!pattern8.test(data3)){
const err6 = {instancePath:instancePath+"/y",schemaPath:"#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/y",schemaPath:"#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
var valid1 = _errs9 === errors;
}
else {
var valid1 = true;
}
}
}
}
}
}
}
else {
const err8 = {instancePath,schemaPath:"#/oneOf/0/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
var _valid0 = _errs1 === errors;
if(_valid0){
valid0 = true;
passing0 = 0;
}
const _errs12 = errors;
if(errors === _errs12){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if((((data.kty === undefined) && (missing1 = "kty")) || ((data.crv === undefined) && (missing1 = "crv"))) || ((data.x === undefined) && (missing1 = "x"))){
const err9 = {instancePath,schemaPath:"#/oneOf/1/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
else {
const _errs14 = errors;
for(const key1 in data){
if(!(((key1 === "kty") || (key1 === "crv")) || (key1 === "x"))){
const err10 = {instancePath,schemaPath:"#/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
break;
}
}
if(_errs14 === errors){
if(data.kty !== undefined){
const _errs15 = errors;
if("OKP" !== data.kty){
const err11 = {instancePath:instancePath+"/kty",schemaPath:"#/oneOf/1/properties/kty/const",keyword:"const",params:{allowedValue: "OKP"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
var valid4 = _errs15 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data.crv !== undefined){
const _errs16 = errors;
if("Ed25519" !== data.crv){
const err12 = {instancePath:instancePath+"/crv",schemaPath:"#/oneOf/1/properties/crv/const",keyword:"const",params:{allowedValue: "Ed25519"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
var valid4 = _errs16 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data.x !== undefined){
let data6 = data.x;
const _errs17 = errors;
const _errs18 = errors;
if(errors === _errs18){
if(typeof data6 === "string"){
if(!pattern8.test(data6)){
const err13 = {instancePath:instancePath+"/x",schemaPath:"#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/x",schemaPath:"#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
var valid4 = _errs17 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
}
else {
const err15 = {instancePath,schemaPath:"#/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
var _valid0 = _errs12 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid0 = true;
passing0 = 1;
}
}
if(!valid0){
const err16 = {instancePath,schemaPath:"#/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
validate73.errors = vErrors;
return false;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
validate73.errors = vErrors;
return errors === 0;
}


function validate72(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://openact.example/schemas/1/http/device-enrolment.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.login_code === undefined) && (missing0 = "login_code")) || ((data.jwk === undefined) && (missing0 = "jwk"))) || ((data.proof === undefined) && (missing0 = "proof"))){
validate72.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((key0 === "login_code") || (key0 === "jwk")) || (key0 === "proof"))){
validate72.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.login_code !== undefined){
let data0 = data.login_code;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(func1(data0) > 128){
validate72.errors = [{instancePath:instancePath+"/login_code",schemaPath:"#/properties/login_code/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"}];
return false;
}
else {
if(func1(data0) < 1){
validate72.errors = [{instancePath:instancePath+"/login_code",schemaPath:"#/properties/login_code/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate72.errors = [{instancePath:instancePath+"/login_code",schemaPath:"#/properties/login_code/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.jwk !== undefined){
const _errs4 = errors;
if(!(validate73(data.jwk, {instancePath:instancePath+"/jwk",parentData:data,parentDataProperty:"jwk",rootData}))){
vErrors = vErrors === null ? validate73.errors : vErrors.concat(validate73.errors);
errors = vErrors.length;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.proof !== undefined){
let data2 = data.proof;
const _errs5 = errors;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data2 === "string"){
if(func1(data2) > 16384){
validate72.errors = [{instancePath:instancePath+"/proof",schemaPath:"../common.json#/$defs/compact_jws/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters"}];
return false;
}
else {
if(!pattern12.test(data2)){
validate72.errors = [{instancePath:instancePath+"/proof",schemaPath:"../common.json#/$defs/compact_jws/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"+"\""}];
return false;
}
}
}
else {
validate72.errors = [{instancePath:instancePath+"/proof",schemaPath:"../common.json#/$defs/compact_jws/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
validate72.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate72.errors = vErrors;
return errors === 0;
}

export const validateInstantPaymentAnswer = validate75;
const schema280 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://openact.example/schemas/1/http/instant-payment-answer.json","title":"InstantPaymentAnswer","description":"How a payment at act:L1 stands at the cashier: `code` says why it was closed without a payment; the evidence is there once the user has decided, `payment` once it is paid.","type":"object","additionalProperties":false,"required":["payment_id","confirmation_id","status","expires_at"],"properties":{"payment_id":{"$ref":"../common.json#/$defs/id"},"confirmation_id":{"$ref":"../common.json#/$defs/id"},"status":{"$ref":"../common.json#/$defs/trade_state"},"expires_at":{"$ref":"../common.json#/$defs/utc_time","description":"From this moment on nobody can confirm any more."},"code":{"$ref":"../common.json#/$defs/code"},"requirement":{"$ref":"../common.json#/$defs/requirement"},"payment":{"$ref":"payment-answer.json"},"shown":{"$ref":"../shown.json"},"confirmation":{"$ref":"../common.json#/$defs/compact_jws"},"enrolment":{"$ref":"../common.json#/$defs/compact_jws"}}};
const schema287 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://openact.example/schemas/1/http/payment-answer.json","title":"PaymentAnswer","type":"object","additionalProperties":false,"required":["trade_no","out_trade_no","state","paid_at","receipt","seller_receipt","authorization_salt"],"properties":{"trade_no":{"$ref":"../common.json#/$defs/id"},"out_trade_no":{"$ref":"../common.json#/$defs/id"},"state":{"$ref":"../common.json#/$defs/trade_state"},"paid_at":{"$ref":"../common.json#/$defs/utc_time"},"receipt":{"$ref":"../common.json#/$defs/compact_jws","description":"For the agent."},"seller_receipt":{"$ref":"../common.json#/$defs/compact_jws"},"authorization_salt":{"$ref":"../common.json#/$defs/salt","description":"Opens authorization_digest of the agent's receipt."},"delegation_id":{"$ref":"../common.json#/$defs/id"}}};

function validate76(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://openact.example/schemas/1/http/payment-answer.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((data.trade_no === undefined) && (missing0 = "trade_no")) || ((data.out_trade_no === undefined) && (missing0 = "out_trade_no"))) || ((data.state === undefined) && (missing0 = "state"))) || ((data.paid_at === undefined) && (missing0 = "paid_at"))) || ((data.receipt === undefined) && (missing0 = "receipt"))) || ((data.seller_receipt === undefined) && (missing0 = "seller_receipt"))) || ((data.authorization_salt === undefined) && (missing0 = "authorization_salt"))){
validate76.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((((((key0 === "trade_no") || (key0 === "out_trade_no")) || (key0 === "state")) || (key0 === "paid_at")) || (key0 === "receipt")) || (key0 === "seller_receipt")) || (key0 === "authorization_salt")) || (key0 === "delegation_id"))){
validate76.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.trade_no !== undefined){
let data0 = data.trade_no;
const _errs2 = errors;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data0 === "string"){
if(!pattern5.test(data0)){
validate76.errors = [{instancePath:instancePath+"/trade_no",schemaPath:"../common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate76.errors = [{instancePath:instancePath+"/trade_no",schemaPath:"../common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.out_trade_no !== undefined){
let data1 = data.out_trade_no;
const _errs5 = errors;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data1 === "string"){
if(!pattern5.test(data1)){
validate76.errors = [{instancePath:instancePath+"/out_trade_no",schemaPath:"../common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate76.errors = [{instancePath:instancePath+"/out_trade_no",schemaPath:"../common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.state !== undefined){
let data2 = data.state;
const _errs8 = errors;
if(typeof data2 !== "string"){
validate76.errors = [{instancePath:instancePath+"/state",schemaPath:"../common.json#/$defs/trade_state/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!((((((data2 === "CREATE") || (data2 === "WAIT_BUYER_PAY")) || (data2 === "WAIT_SELLER_FULFILLMENT")) || (data2 === "WAIT_BUYER_RECEIPT")) || (data2 === "TRADE_FINISHED")) || (data2 === "TRADE_CLOSED"))){
validate76.errors = [{instancePath:instancePath+"/state",schemaPath:"../common.json#/$defs/trade_state/enum",keyword:"enum",params:{allowedValues: schema52.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.paid_at !== undefined){
let data3 = data.paid_at;
const _errs11 = errors;
const _errs12 = errors;
if(errors === _errs12){
if(typeof data3 === "string"){
if(!pattern9.test(data3)){
validate76.errors = [{instancePath:instancePath+"/paid_at",schemaPath:"../common.json#/$defs/utc_time/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"+"\""}];
return false;
}
}
else {
validate76.errors = [{instancePath:instancePath+"/paid_at",schemaPath:"../common.json#/$defs/utc_time/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.receipt !== undefined){
let data4 = data.receipt;
const _errs14 = errors;
const _errs15 = errors;
if(errors === _errs15){
if(typeof data4 === "string"){
if(func1(data4) > 16384){
validate76.errors = [{instancePath:instancePath+"/receipt",schemaPath:"../common.json#/$defs/compact_jws/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters"}];
return false;
}
else {
if(!pattern12.test(data4)){
validate76.errors = [{instancePath:instancePath+"/receipt",schemaPath:"../common.json#/$defs/compact_jws/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"+"\""}];
return false;
}
}
}
else {
validate76.errors = [{instancePath:instancePath+"/receipt",schemaPath:"../common.json#/$defs/compact_jws/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.seller_receipt !== undefined){
let data5 = data.seller_receipt;
const _errs17 = errors;
const _errs18 = errors;
if(errors === _errs18){
if(typeof data5 === "string"){
if(func1(data5) > 16384){
validate76.errors = [{instancePath:instancePath+"/seller_receipt",schemaPath:"../common.json#/$defs/compact_jws/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters"}];
return false;
}
else {
if(!pattern12.test(data5)){
validate76.errors = [{instancePath:instancePath+"/seller_receipt",schemaPath:"../common.json#/$defs/compact_jws/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"+"\""}];
return false;
}
}
}
else {
validate76.errors = [{instancePath:instancePath+"/seller_receipt",schemaPath:"../common.json#/$defs/compact_jws/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.authorization_salt !== undefined){
let data6 = data.authorization_salt;
const _errs20 = errors;
const _errs21 = errors;
if(errors === _errs21){
if(typeof data6 === "string"){
if(!pattern89.test(data6)){
validate76.errors = [{instancePath:instancePath+"/authorization_salt",schemaPath:"../common.json#/$defs/salt/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{22,43}$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{22,43}$"+"\""}];
return false;
}
}
else {
validate76.errors = [{instancePath:instancePath+"/authorization_salt",schemaPath:"../common.json#/$defs/salt/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs20 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.delegation_id !== undefined){
let data7 = data.delegation_id;
const _errs23 = errors;
const _errs24 = errors;
if(errors === _errs24){
if(typeof data7 === "string"){
if(!pattern5.test(data7)){
validate76.errors = [{instancePath:instancePath+"/delegation_id",schemaPath:"../common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate76.errors = [{instancePath:instancePath+"/delegation_id",schemaPath:"../common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs23 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
else {
validate76.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate76.errors = vErrors;
return errors === 0;
}


function validate75(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://openact.example/schemas/1/http/instant-payment-answer.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.payment_id === undefined) && (missing0 = "payment_id")) || ((data.confirmation_id === undefined) && (missing0 = "confirmation_id"))) || ((data.status === undefined) && (missing0 = "status"))) || ((data.expires_at === undefined) && (missing0 = "expires_at"))){
validate75.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func6.call(schema280.properties, key0))){
validate75.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.payment_id !== undefined){
let data0 = data.payment_id;
const _errs2 = errors;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data0 === "string"){
if(!pattern5.test(data0)){
validate75.errors = [{instancePath:instancePath+"/payment_id",schemaPath:"../common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate75.errors = [{instancePath:instancePath+"/payment_id",schemaPath:"../common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.confirmation_id !== undefined){
let data1 = data.confirmation_id;
const _errs5 = errors;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data1 === "string"){
if(!pattern5.test(data1)){
validate75.errors = [{instancePath:instancePath+"/confirmation_id",schemaPath:"../common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate75.errors = [{instancePath:instancePath+"/confirmation_id",schemaPath:"../common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.status !== undefined){
let data2 = data.status;
const _errs8 = errors;
if(typeof data2 !== "string"){
validate75.errors = [{instancePath:instancePath+"/status",schemaPath:"../common.json#/$defs/trade_state/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!((((((data2 === "CREATE") || (data2 === "WAIT_BUYER_PAY")) || (data2 === "WAIT_SELLER_FULFILLMENT")) || (data2 === "WAIT_BUYER_RECEIPT")) || (data2 === "TRADE_FINISHED")) || (data2 === "TRADE_CLOSED"))){
validate75.errors = [{instancePath:instancePath+"/status",schemaPath:"../common.json#/$defs/trade_state/enum",keyword:"enum",params:{allowedValues: schema52.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.expires_at !== undefined){
let data3 = data.expires_at;
const _errs11 = errors;
const _errs12 = errors;
if(errors === _errs12){
if(typeof data3 === "string"){
if(!pattern9.test(data3)){
validate75.errors = [{instancePath:instancePath+"/expires_at",schemaPath:"../common.json#/$defs/utc_time/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"+"\""}];
return false;
}
}
else {
validate75.errors = [{instancePath:instancePath+"/expires_at",schemaPath:"../common.json#/$defs/utc_time/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.code !== undefined){
let data4 = data.code;
const _errs14 = errors;
const _errs15 = errors;
if(errors === _errs15){
if(typeof data4 === "string"){
if(!pattern21.test(data4)){
validate75.errors = [{instancePath:instancePath+"/code",schemaPath:"../common.json#/$defs/code/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9_]{3,64}$"},message:"must match pattern \""+"^[a-z0-9_]{3,64}$"+"\""}];
return false;
}
}
else {
validate75.errors = [{instancePath:instancePath+"/code",schemaPath:"../common.json#/$defs/code/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.requirement !== undefined){
let data5 = data.requirement;
const _errs17 = errors;
const _errs18 = errors;
if(errors === _errs18){
if(typeof data5 === "string"){
if(!pattern22.test(data5)){
validate75.errors = [{instancePath:instancePath+"/requirement",schemaPath:"../common.json#/$defs/requirement/pattern",keyword:"pattern",params:{pattern: "^[A-Z0-9]+(-[A-Z0-9]+)*-[0-9]{2,3}$"},message:"must match pattern \""+"^[A-Z0-9]+(-[A-Z0-9]+)*-[0-9]{2,3}$"+"\""}];
return false;
}
}
else {
validate75.errors = [{instancePath:instancePath+"/requirement",schemaPath:"../common.json#/$defs/requirement/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.payment !== undefined){
const _errs20 = errors;
if(!(validate76(data.payment, {instancePath:instancePath+"/payment",parentData:data,parentDataProperty:"payment",rootData}))){
vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors);
errors = vErrors.length;
}
var valid0 = _errs20 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.shown !== undefined){
const _errs21 = errors;
if(!(validate29(data.shown, {instancePath:instancePath+"/shown",parentData:data,parentDataProperty:"shown",rootData}))){
vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
errors = vErrors.length;
}
var valid0 = _errs21 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.confirmation !== undefined){
let data8 = data.confirmation;
const _errs22 = errors;
const _errs23 = errors;
if(errors === _errs23){
if(typeof data8 === "string"){
if(func1(data8) > 16384){
validate75.errors = [{instancePath:instancePath+"/confirmation",schemaPath:"../common.json#/$defs/compact_jws/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters"}];
return false;
}
else {
if(!pattern12.test(data8)){
validate75.errors = [{instancePath:instancePath+"/confirmation",schemaPath:"../common.json#/$defs/compact_jws/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"+"\""}];
return false;
}
}
}
else {
validate75.errors = [{instancePath:instancePath+"/confirmation",schemaPath:"../common.json#/$defs/compact_jws/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs22 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.enrolment !== undefined){
let data9 = data.enrolment;
const _errs25 = errors;
const _errs26 = errors;
if(errors === _errs26){
if(typeof data9 === "string"){
if(func1(data9) > 16384){
validate75.errors = [{instancePath:instancePath+"/enrolment",schemaPath:"../common.json#/$defs/compact_jws/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters"}];
return false;
}
else {
if(!pattern12.test(data9)){
validate75.errors = [{instancePath:instancePath+"/enrolment",schemaPath:"../common.json#/$defs/compact_jws/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"+"\""}];
return false;
}
}
}
else {
validate75.errors = [{instancePath:instancePath+"/enrolment",schemaPath:"../common.json#/$defs/compact_jws/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs25 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate75.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate75.errors = vErrors;
return errors === 0;
}

export const validateInstantPaymentBody = validate79;
const schema298 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://openact.example/schemas/1/http/instant-payment.json","title":"InstantPaymentBody","type":"object","additionalProperties":false,"required":["payment_request","quote"],"properties":{"payment_request":{"$ref":"../common.json#/$defs/compact_jws","description":"act-payment-request+jwt of level act:L1."},"quote":{"$ref":"../common.json#/$defs/compact_jws"},"sub_account_proof":{"$ref":"../common.json#/$defs/compact_jws","description":"act-command+jwt, action sub_account.pay, where the tool is a sub-account."}}};

function validate79(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://openact.example/schemas/1/http/instant-payment.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.payment_request === undefined) && (missing0 = "payment_request")) || ((data.quote === undefined) && (missing0 = "quote"))){
validate79.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((key0 === "payment_request") || (key0 === "quote")) || (key0 === "sub_account_proof"))){
validate79.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.payment_request !== undefined){
let data0 = data.payment_request;
const _errs2 = errors;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data0 === "string"){
if(func1(data0) > 16384){
validate79.errors = [{instancePath:instancePath+"/payment_request",schemaPath:"../common.json#/$defs/compact_jws/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters"}];
return false;
}
else {
if(!pattern12.test(data0)){
validate79.errors = [{instancePath:instancePath+"/payment_request",schemaPath:"../common.json#/$defs/compact_jws/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"+"\""}];
return false;
}
}
}
else {
validate79.errors = [{instancePath:instancePath+"/payment_request",schemaPath:"../common.json#/$defs/compact_jws/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.quote !== undefined){
let data1 = data.quote;
const _errs5 = errors;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data1 === "string"){
if(func1(data1) > 16384){
validate79.errors = [{instancePath:instancePath+"/quote",schemaPath:"../common.json#/$defs/compact_jws/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters"}];
return false;
}
else {
if(!pattern12.test(data1)){
validate79.errors = [{instancePath:instancePath+"/quote",schemaPath:"../common.json#/$defs/compact_jws/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"+"\""}];
return false;
}
}
}
else {
validate79.errors = [{instancePath:instancePath+"/quote",schemaPath:"../common.json#/$defs/compact_jws/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sub_account_proof !== undefined){
let data2 = data.sub_account_proof;
const _errs8 = errors;
const _errs9 = errors;
if(errors === _errs9){
if(typeof data2 === "string"){
if(func1(data2) > 16384){
validate79.errors = [{instancePath:instancePath+"/sub_account_proof",schemaPath:"../common.json#/$defs/compact_jws/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters"}];
return false;
}
else {
if(!pattern12.test(data2)){
validate79.errors = [{instancePath:instancePath+"/sub_account_proof",schemaPath:"../common.json#/$defs/compact_jws/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"+"\""}];
return false;
}
}
}
else {
validate79.errors = [{instancePath:instancePath+"/sub_account_proof",schemaPath:"../common.json#/$defs/compact_jws/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
validate79.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate79.errors = vErrors;
return errors === 0;
}

export const validateIntentTransferAnswer = validate80;
const schema302 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://openact.example/schemas/1/http/intent-answer.json","title":"IntentTransferAnswer","type":"object","additionalProperties":false,"required":["request_id","candidates"],"properties":{"request_id":{"$ref":"../common.json#/$defs/id"},"candidates":{"type":"array","items":{"$ref":"catalogue-item.json"},"minItems":1,"maxItems":100}}};

function validate80(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://openact.example/schemas/1/http/intent-answer.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.request_id === undefined) && (missing0 = "request_id")) || ((data.candidates === undefined) && (missing0 = "candidates"))){
validate80.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "request_id") || (key0 === "candidates"))){
validate80.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.request_id !== undefined){
let data0 = data.request_id;
const _errs2 = errors;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data0 === "string"){
if(!pattern5.test(data0)){
validate80.errors = [{instancePath:instancePath+"/request_id",schemaPath:"../common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate80.errors = [{instancePath:instancePath+"/request_id",schemaPath:"../common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.candidates !== undefined){
let data1 = data.candidates;
const _errs5 = errors;
if(errors === _errs5){
if(Array.isArray(data1)){
if(data1.length > 100){
validate80.errors = [{instancePath:instancePath+"/candidates",schemaPath:"#/properties/candidates/maxItems",keyword:"maxItems",params:{limit: 100},message:"must NOT have more than 100 items"}];
return false;
}
else {
if(data1.length < 1){
validate80.errors = [{instancePath:instancePath+"/candidates",schemaPath:"#/properties/candidates/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid2 = true;
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
const _errs7 = errors;
if(!(validate64(data1[i0], {instancePath:instancePath+"/candidates/" + i0,parentData:data1,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
errors = vErrors.length;
}
var valid2 = _errs7 === errors;
if(!valid2){
break;
}
}
}
}
}
else {
validate80.errors = [{instancePath:instancePath+"/candidates",schemaPath:"#/properties/candidates/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
validate80.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate80.errors = vErrors;
return errors === 0;
}

export const validateIntentTransferBody = validate82;
const schema304 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://openact.example/schemas/1/http/intent-transfer.json","title":"IntentTransferBody","type":"object","additionalProperties":false,"required":["request_id","agent_id","context"],"properties":{"request_id":{"$ref":"../common.json#/$defs/id"},"agent_id":{"$ref":"../common.json#/$defs/did"},"context":{"type":"object","additionalProperties":false,"required":[],"properties":{"explicit_need":{"type":"string","minLength":1,"maxLength":2000},"implicit_need":{"type":"string","minLength":1,"maxLength":2000},"preferences":{"type":"array","items":{"type":"string","minLength":1,"maxLength":200},"minItems":0,"maxItems":32},"constraints":{"type":"object","additionalProperties":false,"required":[],"properties":{"currency":{"$ref":"../common.json#/$defs/currency"},"max_price":{"$ref":"../common.json#/$defs/amount"},"categories":{"type":"array","items":{"$ref":"../common.json#/$defs/category"},"minItems":1,"maxItems":64,"uniqueItems":true},"deliver_by":{"$ref":"../common.json#/$defs/utc_time"},"query":{"type":"array","items":{"type":"string","minLength":1,"maxLength":80},"minItems":1,"maxItems":16}}},"dropped":{"description":"Members of the former context, or of its constraints, that an update takes back.","type":"array","items":{"enum":["explicit_need","implicit_need","preferences","currency","max_price","categories","deliver_by","query"]},"minItems":1,"maxItems":8,"uniqueItems":true}}},"previous_request_id":{"$ref":"../common.json#/$defs/id"},"intent_id":{"$ref":"../common.json#/$defs/id"},"format":{"description":"How the sender would like the answer.","type":"object","additionalProperties":false,"required":[],"properties":{"max_candidates":{"type":"integer","minimum":1,"maximum":100}}},"agent_attestation":{"$ref":"../common.json#/$defs/compact_jws","description":"act-agent+jwt: vouches for the key of the command. Without both the sender is anonymous."}},"description":"One request of CID-INT-XFR. The sender proves who it is with an act-command+jwt in the Authorization header: action intent.transfer, target = the merchant, params.digest = digest of this object."};

function validate82(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://openact.example/schemas/1/http/intent-transfer.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.request_id === undefined) && (missing0 = "request_id")) || ((data.agent_id === undefined) && (missing0 = "agent_id"))) || ((data.context === undefined) && (missing0 = "context"))){
validate82.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((((key0 === "request_id") || (key0 === "agent_id")) || (key0 === "context")) || (key0 === "previous_request_id")) || (key0 === "intent_id")) || (key0 === "format")) || (key0 === "agent_attestation"))){
validate82.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.request_id !== undefined){
let data0 = data.request_id;
const _errs2 = errors;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data0 === "string"){
if(!pattern5.test(data0)){
validate82.errors = [{instancePath:instancePath+"/request_id",schemaPath:"../common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate82.errors = [{instancePath:instancePath+"/request_id",schemaPath:"../common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.agent_id !== undefined){
let data1 = data.agent_id;
const _errs5 = errors;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data1 === "string"){
if(!pattern10.test(data1)){
validate82.errors = [{instancePath:instancePath+"/agent_id",schemaPath:"../common.json#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate82.errors = [{instancePath:instancePath+"/agent_id",schemaPath:"../common.json#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.context !== undefined){
let data2 = data.context;
const _errs8 = errors;
if(errors === _errs8){
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
const _errs10 = errors;
for(const key1 in data2){
if(!(((((key1 === "explicit_need") || (key1 === "implicit_need")) || (key1 === "preferences")) || (key1 === "constraints")) || (key1 === "dropped"))){
validate82.errors = [{instancePath:instancePath+"/context",schemaPath:"#/properties/context/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs10 === errors){
if(data2.explicit_need !== undefined){
let data3 = data2.explicit_need;
const _errs11 = errors;
if(errors === _errs11){
if(typeof data3 === "string"){
if(func1(data3) > 2000){
validate82.errors = [{instancePath:instancePath+"/context/explicit_need",schemaPath:"#/properties/context/properties/explicit_need/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters"}];
return false;
}
else {
if(func1(data3) < 1){
validate82.errors = [{instancePath:instancePath+"/context/explicit_need",schemaPath:"#/properties/context/properties/explicit_need/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate82.errors = [{instancePath:instancePath+"/context/explicit_need",schemaPath:"#/properties/context/properties/explicit_need/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid3 = _errs11 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data2.implicit_need !== undefined){
let data4 = data2.implicit_need;
const _errs13 = errors;
if(errors === _errs13){
if(typeof data4 === "string"){
if(func1(data4) > 2000){
validate82.errors = [{instancePath:instancePath+"/context/implicit_need",schemaPath:"#/properties/context/properties/implicit_need/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters"}];
return false;
}
else {
if(func1(data4) < 1){
validate82.errors = [{instancePath:instancePath+"/context/implicit_need",schemaPath:"#/properties/context/properties/implicit_need/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate82.errors = [{instancePath:instancePath+"/context/implicit_need",schemaPath:"#/properties/context/properties/implicit_need/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid3 = _errs13 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data2.preferences !== undefined){
let data5 = data2.preferences;
const _errs15 = errors;
if(errors === _errs15){
if(Array.isArray(data5)){
if(data5.length > 32){
validate82.errors = [{instancePath:instancePath+"/context/preferences",schemaPath:"#/properties/context/properties/preferences/maxItems",keyword:"maxItems",params:{limit: 32},message:"must NOT have more than 32 items"}];
return false;
}
else {
if(data5.length < 0){
validate82.errors = [{instancePath:instancePath+"/context/preferences",schemaPath:"#/properties/context/properties/preferences/minItems",keyword:"minItems",params:{limit: 0},message:"must NOT have fewer than 0 items"}];
return false;
}
else {
var valid4 = true;
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
let data6 = data5[i0];
const _errs17 = errors;
if(errors === _errs17){
if(typeof data6 === "string"){
if(func1(data6) > 200){
validate82.errors = [{instancePath:instancePath+"/context/preferences/" + i0,schemaPath:"#/properties/context/properties/preferences/items/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters"}];
return false;
}
else {
if(func1(data6) < 1){
validate82.errors = [{instancePath:instancePath+"/context/preferences/" + i0,schemaPath:"#/properties/context/properties/preferences/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate82.errors = [{instancePath:instancePath+"/context/preferences/" + i0,schemaPath:"#/properties/context/properties/preferences/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid4 = _errs17 === errors;
if(!valid4){
break;
}
}
}
}
}
else {
validate82.errors = [{instancePath:instancePath+"/context/preferences",schemaPath:"#/properties/context/properties/preferences/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid3 = _errs15 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data2.constraints !== undefined){
let data7 = data2.constraints;
const _errs19 = errors;
if(errors === _errs19){
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
const _errs21 = errors;
for(const key2 in data7){
if(!(((((key2 === "currency") || (key2 === "max_price")) || (key2 === "categories")) || (key2 === "deliver_by")) || (key2 === "query"))){
validate82.errors = [{instancePath:instancePath+"/context/constraints",schemaPath:"#/properties/context/properties/constraints/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs21 === errors){
if(data7.currency !== undefined){
let data8 = data7.currency;
const _errs22 = errors;
const _errs23 = errors;
if(errors === _errs23){
if(typeof data8 === "string"){
if(!pattern7.test(data8)){
validate82.errors = [{instancePath:instancePath+"/context/constraints/currency",schemaPath:"../common.json#/$defs/currency/pattern",keyword:"pattern",params:{pattern: "^[A-Z]{3}$"},message:"must match pattern \""+"^[A-Z]{3}$"+"\""}];
return false;
}
}
else {
validate82.errors = [{instancePath:instancePath+"/context/constraints/currency",schemaPath:"../common.json#/$defs/currency/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid5 = _errs22 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data7.max_price !== undefined){
let data9 = data7.max_price;
const _errs25 = errors;
const _errs26 = errors;
if(errors === _errs26){
if(typeof data9 === "string"){
if(!pattern6.test(data9)){
validate82.errors = [{instancePath:instancePath+"/context/constraints/max_price",schemaPath:"../common.json#/$defs/amount/pattern",keyword:"pattern",params:{pattern: "^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"},message:"must match pattern \""+"^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"+"\""}];
return false;
}
}
else {
validate82.errors = [{instancePath:instancePath+"/context/constraints/max_price",schemaPath:"../common.json#/$defs/amount/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid5 = _errs25 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data7.categories !== undefined){
let data10 = data7.categories;
const _errs28 = errors;
if(errors === _errs28){
if(Array.isArray(data10)){
if(data10.length > 64){
validate82.errors = [{instancePath:instancePath+"/context/constraints/categories",schemaPath:"#/properties/context/properties/constraints/properties/categories/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"}];
return false;
}
else {
if(data10.length < 1){
validate82.errors = [{instancePath:instancePath+"/context/constraints/categories",schemaPath:"#/properties/context/properties/constraints/properties/categories/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid8 = true;
const len1 = data10.length;
for(let i1=0; i1<len1; i1++){
let data11 = data10[i1];
const _errs30 = errors;
const _errs31 = errors;
if(errors === _errs31){
if(typeof data11 === "string"){
if(!pattern62.test(data11)){
validate82.errors = [{instancePath:instancePath+"/context/constraints/categories/" + i1,schemaPath:"../common.json#/$defs/category/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9._/-]{0,63}$"},message:"must match pattern \""+"^[a-z0-9][a-z0-9._/-]{0,63}$"+"\""}];
return false;
}
}
else {
validate82.errors = [{instancePath:instancePath+"/context/constraints/categories/" + i1,schemaPath:"../common.json#/$defs/category/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid8 = _errs30 === errors;
if(!valid8){
break;
}
}
if(valid8){
let i2 = data10.length;
let j0;
if(i2 > 1){
outer0:
for(;i2--;){
for(j0 = i2; j0--;){
if(func0(data10[i2], data10[j0])){
validate82.errors = [{instancePath:instancePath+"/context/constraints/categories",schemaPath:"#/properties/context/properties/constraints/properties/categories/uniqueItems",keyword:"uniqueItems",params:{i: i2, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i2+" are identical)"}];
return false;
break outer0;
}
}
}
}
}
}
}
}
else {
validate82.errors = [{instancePath:instancePath+"/context/constraints/categories",schemaPath:"#/properties/context/properties/constraints/properties/categories/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid5 = _errs28 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data7.deliver_by !== undefined){
let data12 = data7.deliver_by;
const _errs33 = errors;
const _errs34 = errors;
if(errors === _errs34){
if(typeof data12 === "string"){
if(!pattern9.test(data12)){
validate82.errors = [{instancePath:instancePath+"/context/constraints/deliver_by",schemaPath:"../common.json#/$defs/utc_time/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"+"\""}];
return false;
}
}
else {
validate82.errors = [{instancePath:instancePath+"/context/constraints/deliver_by",schemaPath:"../common.json#/$defs/utc_time/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid5 = _errs33 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data7.query !== undefined){
let data13 = data7.query;
const _errs36 = errors;
if(errors === _errs36){
if(Array.isArray(data13)){
if(data13.length > 16){
validate82.errors = [{instancePath:instancePath+"/context/constraints/query",schemaPath:"#/properties/context/properties/constraints/properties/query/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items"}];
return false;
}
else {
if(data13.length < 1){
validate82.errors = [{instancePath:instancePath+"/context/constraints/query",schemaPath:"#/properties/context/properties/constraints/properties/query/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid12 = true;
const len2 = data13.length;
for(let i3=0; i3<len2; i3++){
let data14 = data13[i3];
const _errs38 = errors;
if(errors === _errs38){
if(typeof data14 === "string"){
if(func1(data14) > 80){
validate82.errors = [{instancePath:instancePath+"/context/constraints/query/" + i3,schemaPath:"#/properties/context/properties/constraints/properties/query/items/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters"}];
return false;
}
else {
if(func1(data14) < 1){
validate82.errors = [{instancePath:instancePath+"/context/constraints/query/" + i3,schemaPath:"#/properties/context/properties/constraints/properties/query/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate82.errors = [{instancePath:instancePath+"/context/constraints/query/" + i3,schemaPath:"#/properties/context/properties/constraints/properties/query/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid12 = _errs38 === errors;
if(!valid12){
break;
}
}
}
}
}
else {
validate82.errors = [{instancePath:instancePath+"/context/constraints/query",schemaPath:"#/properties/context/properties/constraints/properties/query/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid5 = _errs36 === errors;
}
else {
var valid5 = true;
}
}
}
}
}
}
}
else {
validate82.errors = [{instancePath:instancePath+"/context/constraints",schemaPath:"#/properties/context/properties/constraints/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid3 = _errs19 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data2.dropped !== undefined){
let data15 = data2.dropped;
const _errs40 = errors;
if(errors === _errs40){
if(Array.isArray(data15)){
if(data15.length > 8){
validate82.errors = [{instancePath:instancePath+"/context/dropped",schemaPath:"#/properties/context/properties/dropped/maxItems",keyword:"maxItems",params:{limit: 8},message:"must NOT have more than 8 items"}];
return false;
}
else {
if(data15.length < 1){
validate82.errors = [{instancePath:instancePath+"/context/dropped",schemaPath:"#/properties/context/properties/dropped/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid13 = true;
const len3 = data15.length;
for(let i4=0; i4<len3; i4++){
let data16 = data15[i4];
const _errs42 = errors;
if(!((((((((data16 === "explicit_need") || (data16 === "implicit_need")) || (data16 === "preferences")) || (data16 === "currency")) || (data16 === "max_price")) || (data16 === "categories")) || (data16 === "deliver_by")) || (data16 === "query"))){
validate82.errors = [{instancePath:instancePath+"/context/dropped/" + i4,schemaPath:"#/properties/context/properties/dropped/items/enum",keyword:"enum",params:{allowedValues: schema304.properties.context.properties.dropped.items.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid13 = _errs42 === errors;
if(!valid13){
break;
}
}
if(valid13){
let i5 = data15.length;
let j1;
if(i5 > 1){
outer1:
for(;i5--;){
for(j1 = i5; j1--;){
if(func0(data15[i5], data15[j1])){
validate82.errors = [{instancePath:instancePath+"/context/dropped",schemaPath:"#/properties/context/properties/dropped/uniqueItems",keyword:"uniqueItems",params:{i: i5, j: j1},message:"must NOT have duplicate items (items ## "+j1+" and "+i5+" are identical)"}];
return false;
break outer1;
}
}
}
}
}
}
}
}
else {
validate82.errors = [{instancePath:instancePath+"/context/dropped",schemaPath:"#/properties/context/properties/dropped/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid3 = _errs40 === errors;
}
else {
var valid3 = true;
}
}
}
}
}
}
}
else {
validate82.errors = [{instancePath:instancePath+"/context",schemaPath:"#/properties/context/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.previous_request_id !== undefined){
let data17 = data.previous_request_id;
const _errs43 = errors;
const _errs44 = errors;
if(errors === _errs44){
if(typeof data17 === "string"){
if(!pattern5.test(data17)){
validate82.errors = [{instancePath:instancePath+"/previous_request_id",schemaPath:"../common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate82.errors = [{instancePath:instancePath+"/previous_request_id",schemaPath:"../common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs43 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.intent_id !== undefined){
let data18 = data.intent_id;
const _errs46 = errors;
const _errs47 = errors;
if(errors === _errs47){
if(typeof data18 === "string"){
if(!pattern5.test(data18)){
validate82.errors = [{instancePath:instancePath+"/intent_id",schemaPath:"../common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate82.errors = [{instancePath:instancePath+"/intent_id",schemaPath:"../common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs46 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.format !== undefined){
let data19 = data.format;
const _errs49 = errors;
if(errors === _errs49){
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
const _errs51 = errors;
for(const key3 in data19){
if(!(key3 === "max_candidates")){
validate82.errors = [{instancePath:instancePath+"/format",schemaPath:"#/properties/format/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs51 === errors){
if(data19.max_candidates !== undefined){
let data20 = data19.max_candidates;
const _errs52 = errors;
if(!(((typeof data20 == "number") && (!(data20 % 1) && !isNaN(data20))) && (isFinite(data20)))){
validate82.errors = [{instancePath:instancePath+"/format/max_candidates",schemaPath:"#/properties/format/properties/max_candidates/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs52){
if((typeof data20 == "number") && (isFinite(data20))){
if(data20 > 100 || isNaN(data20)){
validate82.errors = [{instancePath:instancePath+"/format/max_candidates",schemaPath:"#/properties/format/properties/max_candidates/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100"}];
return false;
}
else {
if(data20 < 1 || isNaN(data20)){
validate82.errors = [{instancePath:instancePath+"/format/max_candidates",schemaPath:"#/properties/format/properties/max_candidates/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
}
}
}
}
}
}
}
else {
validate82.errors = [{instancePath:instancePath+"/format",schemaPath:"#/properties/format/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs49 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.agent_attestation !== undefined){
let data21 = data.agent_attestation;
const _errs54 = errors;
const _errs55 = errors;
if(errors === _errs55){
if(typeof data21 === "string"){
if(func1(data21) > 16384){
validate82.errors = [{instancePath:instancePath+"/agent_attestation",schemaPath:"../common.json#/$defs/compact_jws/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters"}];
return false;
}
else {
if(!pattern12.test(data21)){
validate82.errors = [{instancePath:instancePath+"/agent_attestation",schemaPath:"../common.json#/$defs/compact_jws/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"+"\""}];
return false;
}
}
}
else {
validate82.errors = [{instancePath:instancePath+"/agent_attestation",schemaPath:"../common.json#/$defs/compact_jws/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs54 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
else {
validate82.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate82.errors = vErrors;
return errors === 0;
}

export const validateLogConsistencyBody = validate83;
const schema314 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://openact.example/schemas/1/http/log-consistency.json","title":"LogConsistencyBody","description":"That the log of now begins with the log of then.","type":"object","additionalProperties":false,"required":["from","checkpoint","consistency"],"properties":{"from":{"type":"integer","minimum":0,"maximum":9007199254740991},"checkpoint":{"type":"string","maxLength":16384},"consistency":{"type":"array","items":{"$ref":"../common.json#/$defs/digest"},"maxItems":64,"description":"RFC 9162 2.1.4."}}};

function validate83(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://openact.example/schemas/1/http/log-consistency.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.from === undefined) && (missing0 = "from")) || ((data.checkpoint === undefined) && (missing0 = "checkpoint"))) || ((data.consistency === undefined) && (missing0 = "consistency"))){
validate83.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((key0 === "from") || (key0 === "checkpoint")) || (key0 === "consistency"))){
validate83.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.from !== undefined){
let data0 = data.from;
const _errs2 = errors;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
validate83.errors = [{instancePath:instancePath+"/from",schemaPath:"#/properties/from/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs2){
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 9007199254740991 || isNaN(data0)){
validate83.errors = [{instancePath:instancePath+"/from",schemaPath:"#/properties/from/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991"}];
return false;
}
else {
if(data0 < 0 || isNaN(data0)){
validate83.errors = [{instancePath:instancePath+"/from",schemaPath:"#/properties/from/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.checkpoint !== undefined){
let data1 = data.checkpoint;
const _errs4 = errors;
if(errors === _errs4){
if(typeof data1 === "string"){
if(func1(data1) > 16384){
validate83.errors = [{instancePath:instancePath+"/checkpoint",schemaPath:"#/properties/checkpoint/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters"}];
return false;
}
}
else {
validate83.errors = [{instancePath:instancePath+"/checkpoint",schemaPath:"#/properties/checkpoint/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.consistency !== undefined){
let data2 = data.consistency;
const _errs6 = errors;
if(errors === _errs6){
if(Array.isArray(data2)){
if(data2.length > 64){
validate83.errors = [{instancePath:instancePath+"/consistency",schemaPath:"#/properties/consistency/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"}];
return false;
}
else {
var valid1 = true;
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
const _errs8 = errors;
const _errs9 = errors;
if(errors === _errs9){
if(typeof data3 === "string"){
if(!pattern8.test(data3)){
validate83.errors = [{instancePath:instancePath+"/consistency/" + i0,schemaPath:"../common.json#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""}];
return false;
}
}
else {
validate83.errors = [{instancePath:instancePath+"/consistency/" + i0,schemaPath:"../common.json#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid1 = _errs8 === errors;
if(!valid1){
break;
}
}
}
}
else {
validate83.errors = [{instancePath:instancePath+"/consistency",schemaPath:"#/properties/consistency/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
validate83.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate83.errors = vErrors;
return errors === 0;
}

export const validateMandateRequestBody = validate84;
const schema316 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://openact.example/schemas/1/http/mandate-request.json","title":"MandateRequestBody","type":"object","additionalProperties":false,"required":["iac","psp_id","agent_attestation","command"],"properties":{"iac":{"$ref":"../iac.json"},"psp_id":{"$ref":"../common.json#/$defs/did"},"agent_attestation":{"$ref":"../common.json#/$defs/compact_jws"},"command":{"$ref":"../common.json#/$defs/compact_jws","description":"act-command+jwt, action mandate.request; target = delegation_id; params.digest = digest of the iac object."},"runtime_jwk":{"$ref":"../common.json#/$defs/public_jwk","description":"The key that ext.openact.runtime names."},"runtime_proof":{"$ref":"../common.json#/$defs/compact_jws","description":"act-command+jwt, action runtime.prove, by that key, iss = its thumbprint; target = delegation_id; params.digest = digest of the iac object."}},"dependentRequired":{"runtime_jwk":["runtime_proof"],"runtime_proof":["runtime_jwk"]}};

function validate86(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs0 = errors;
let valid0 = false;
let passing0 = null;
const _errs1 = errors;
if(errors === _errs1){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.kty === undefined) && (missing0 = "kty")) || ((data.crv === undefined) && (missing0 = "crv"))) || ((data.x === undefined) && (missing0 = "x"))) || ((data.y === undefined) && (missing0 = "y"))){
const err0 = {instancePath,schemaPath:"#/oneOf/0/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
const _errs3 = errors;
for(const key0 in data){
if(!((((key0 === "kty") || (key0 === "crv")) || (key0 === "x")) || (key0 === "y"))){
const err1 = {instancePath,schemaPath:"#/oneOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
break;
}
}
if(_errs3 === errors){
if(data.kty !== undefined){
const _errs4 = errors;
if("EC" !== data.kty){
const err2 = {instancePath:instancePath+"/kty",schemaPath:"#/oneOf/0/properties/kty/const",keyword:"const",params:{allowedValue: "EC"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var valid1 = _errs4 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.crv !== undefined){
const _errs5 = errors;
if("P-256" !== data.crv){
const err3 = {instancePath:instancePath+"/crv",schemaPath:"#/oneOf/0/properties/crv/const",keyword:"const",params:{allowedValue: "P-256"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
var valid1 = _errs5 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.x !== undefined){
let data2 = data.x;
const _errs6 = errors;
const _errs7 = errors;
if(errors === _errs7){
if(typeof data2 === "string"){
if(!pattern8.test(data2)){
const err4 = {instancePath:instancePath+"/x",schemaPath:"#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/x",schemaPath:"#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
var valid1 = _errs6 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.y !== undefined){
let data3 = data.y;
const _errs9 = errors;
const _errs10 = errors;
if(errors === _errs10){
if(typeof data3 === "string"){
if(!pattern8.test(data3)){
const err6 = {instancePath:instancePath+"/y",schemaPath:"#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/y",schemaPath:"#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
var valid1 = _errs9 === errors;
}
else {
var valid1 = true;
}
}
}
}
}
}
}
else {
const err8 = {instancePath,schemaPath:"#/oneOf/0/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
var _valid0 = _errs1 === errors;
if(_valid0){
valid0 = true;
passing0 = 0;
}
const _errs12 = errors;
if(errors === _errs12){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if((((data.kty === undefined) && (missing1 = "kty")) || ((data.crv === undefined) && (missing1 = "crv"))) || ((data.x === undefined) && (missing1 = "x"))){
const err9 = {instancePath,schemaPath:"#/oneOf/1/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
else {
const _errs14 = errors;
for(const key1 in data){
if(!(((key1 === "kty") || (key1 === "crv")) || (key1 === "x"))){
const err10 = {instancePath,schemaPath:"#/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
break;
}
}
if(_errs14 === errors){
if(data.kty !== undefined){
const _errs15 = errors;
if("OKP" !== data.kty){
const err11 = {instancePath:instancePath+"/kty",schemaPath:"#/oneOf/1/properties/kty/const",keyword:"const",params:{allowedValue: "OKP"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
var valid4 = _errs15 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data.crv !== undefined){
const _errs16 = errors;
if("Ed25519" !== data.crv){
const err12 = {instancePath:instancePath+"/crv",schemaPath:"#/oneOf/1/properties/crv/const",keyword:"const",params:{allowedValue: "Ed25519"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
var valid4 = _errs16 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data.x !== undefined){
let data6 = data.x;
const _errs17 = errors;
const _errs18 = errors;
if(errors === _errs18){
if(typeof data6 === "string"){
if(!pattern8.test(data6)){
const err13 = {instancePath:instancePath+"/x",schemaPath:"#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/x",schemaPath:"#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
var valid4 = _errs17 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
}
else {
const err15 = {instancePath,schemaPath:"#/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
var _valid0 = _errs12 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid0 = true;
passing0 = 1;
}
}
if(!valid0){
const err16 = {instancePath,schemaPath:"#/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
validate86.errors = vErrors;
return false;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
validate86.errors = vErrors;
return errors === 0;
}


function validate84(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://openact.example/schemas/1/http/mandate-request.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.iac === undefined) && (missing0 = "iac")) || ((data.psp_id === undefined) && (missing0 = "psp_id"))) || ((data.agent_attestation === undefined) && (missing0 = "agent_attestation"))) || ((data.command === undefined) && (missing0 = "command"))){
validate84.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((((key0 === "iac") || (key0 === "psp_id")) || (key0 === "agent_attestation")) || (key0 === "command")) || (key0 === "runtime_jwk")) || (key0 === "runtime_proof"))){
validate84.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.iac !== undefined){
const _errs2 = errors;
if(!(validate30(data.iac, {instancePath:instancePath+"/iac",parentData:data,parentDataProperty:"iac",rootData}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
errors = vErrors.length;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.psp_id !== undefined){
let data1 = data.psp_id;
const _errs3 = errors;
const _errs4 = errors;
if(errors === _errs4){
if(typeof data1 === "string"){
if(!pattern10.test(data1)){
validate84.errors = [{instancePath:instancePath+"/psp_id",schemaPath:"../common.json#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate84.errors = [{instancePath:instancePath+"/psp_id",schemaPath:"../common.json#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.agent_attestation !== undefined){
let data2 = data.agent_attestation;
const _errs6 = errors;
const _errs7 = errors;
if(errors === _errs7){
if(typeof data2 === "string"){
if(func1(data2) > 16384){
validate84.errors = [{instancePath:instancePath+"/agent_attestation",schemaPath:"../common.json#/$defs/compact_jws/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters"}];
return false;
}
else {
if(!pattern12.test(data2)){
validate84.errors = [{instancePath:instancePath+"/agent_attestation",schemaPath:"../common.json#/$defs/compact_jws/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"+"\""}];
return false;
}
}
}
else {
validate84.errors = [{instancePath:instancePath+"/agent_attestation",schemaPath:"../common.json#/$defs/compact_jws/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.command !== undefined){
let data3 = data.command;
const _errs9 = errors;
const _errs10 = errors;
if(errors === _errs10){
if(typeof data3 === "string"){
if(func1(data3) > 16384){
validate84.errors = [{instancePath:instancePath+"/command",schemaPath:"../common.json#/$defs/compact_jws/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters"}];
return false;
}
else {
if(!pattern12.test(data3)){
validate84.errors = [{instancePath:instancePath+"/command",schemaPath:"../common.json#/$defs/compact_jws/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"+"\""}];
return false;
}
}
}
else {
validate84.errors = [{instancePath:instancePath+"/command",schemaPath:"../common.json#/$defs/compact_jws/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.runtime_jwk !== undefined){
const _errs12 = errors;
if(!(validate86(data.runtime_jwk, {instancePath:instancePath+"/runtime_jwk",parentData:data,parentDataProperty:"runtime_jwk",rootData}))){
vErrors = vErrors === null ? validate86.errors : vErrors.concat(validate86.errors);
errors = vErrors.length;
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.runtime_proof !== undefined){
let data5 = data.runtime_proof;
const _errs13 = errors;
const _errs14 = errors;
if(errors === _errs14){
if(typeof data5 === "string"){
if(func1(data5) > 16384){
validate84.errors = [{instancePath:instancePath+"/runtime_proof",schemaPath:"../common.json#/$defs/compact_jws/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters"}];
return false;
}
else {
if(!pattern12.test(data5)){
validate84.errors = [{instancePath:instancePath+"/runtime_proof",schemaPath:"../common.json#/$defs/compact_jws/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"+"\""}];
return false;
}
}
}
else {
validate84.errors = [{instancePath:instancePath+"/runtime_proof",schemaPath:"../common.json#/$defs/compact_jws/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
let missing1;
if(data.runtime_jwk !== undefined && ((data.runtime_proof === undefined) && (missing1 = "runtime_proof"))){
validate84.errors = [{instancePath,schemaPath:"#/dependentRequired",keyword:"dependentRequired",params:{property: "runtime_jwk",
    missingProperty: missing1,
    depsCount: 1,
    deps: "runtime_proof"},message:"must have property runtime_proof when property runtime_jwk is present"}];
return false;
}
else {
if(data.runtime_proof !== undefined && ((data.runtime_jwk === undefined) && (missing1 = "runtime_jwk"))){
validate84.errors = [{instancePath,schemaPath:"#/dependentRequired",keyword:"dependentRequired",params:{property: "runtime_proof",
    missingProperty: missing1,
    depsCount: 1,
    deps: "runtime_jwk"},message:"must have property runtime_jwk when property runtime_proof is present"}];
return false;
}
}
}
}
}
}
}
}
}
}
}
else {
validate84.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate84.errors = vErrors;
return errors === 0;
}

export const validateNegotiationAnswer = validate88;
const schema325 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://openact.example/schemas/1/http/negotiation-answer.json","title":"NegotiationAnswer","description":"The payment capabilities that fit a negotiation request (CID-PCA-NEG); none means that no payment can be made.","type":"object","additionalProperties":false,"required":["supported_methods"],"properties":{"supported_methods":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["method_id","psp_id","endpoint","method_schema_url"],"properties":{"method_id":{"$ref":"../common.json#/$defs/urn"},"psp_id":{"$ref":"../common.json#/$defs/psp_reference"},"endpoint":{"$ref":"../common.json#/$defs/url"},"method_schema_url":{"$ref":"../common.json#/$defs/url"}}},"minItems":0,"maxItems":64}}};

function validate88(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://openact.example/schemas/1/http/negotiation-answer.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.supported_methods === undefined) && (missing0 = "supported_methods")){
validate88.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(key0 === "supported_methods")){
validate88.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.supported_methods !== undefined){
let data0 = data.supported_methods;
const _errs2 = errors;
if(errors === _errs2){
if(Array.isArray(data0)){
if(data0.length > 64){
validate88.errors = [{instancePath:instancePath+"/supported_methods",schemaPath:"#/properties/supported_methods/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"}];
return false;
}
else {
if(data0.length < 0){
validate88.errors = [{instancePath:instancePath+"/supported_methods",schemaPath:"#/properties/supported_methods/minItems",keyword:"minItems",params:{limit: 0},message:"must NOT have fewer than 0 items"}];
return false;
}
else {
var valid1 = true;
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
const _errs4 = errors;
if(errors === _errs4){
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
let missing1;
if(((((data1.method_id === undefined) && (missing1 = "method_id")) || ((data1.psp_id === undefined) && (missing1 = "psp_id"))) || ((data1.endpoint === undefined) && (missing1 = "endpoint"))) || ((data1.method_schema_url === undefined) && (missing1 = "method_schema_url"))){
validate88.errors = [{instancePath:instancePath+"/supported_methods/" + i0,schemaPath:"#/properties/supported_methods/items/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs6 = errors;
for(const key1 in data1){
if(!((((key1 === "method_id") || (key1 === "psp_id")) || (key1 === "endpoint")) || (key1 === "method_schema_url"))){
validate88.errors = [{instancePath:instancePath+"/supported_methods/" + i0,schemaPath:"#/properties/supported_methods/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs6 === errors){
if(data1.method_id !== undefined){
let data2 = data1.method_id;
const _errs7 = errors;
const _errs8 = errors;
if(errors === _errs8){
if(typeof data2 === "string"){
if(!pattern4.test(data2)){
validate88.errors = [{instancePath:instancePath+"/supported_methods/" + i0+"/method_id",schemaPath:"../common.json#/$defs/urn/pattern",keyword:"pattern",params:{pattern: "^urn:act:[A-Za-z0-9._:-]{1,120}$"},message:"must match pattern \""+"^urn:act:[A-Za-z0-9._:-]{1,120}$"+"\""}];
return false;
}
}
else {
validate88.errors = [{instancePath:instancePath+"/supported_methods/" + i0+"/method_id",schemaPath:"../common.json#/$defs/urn/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs7 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.psp_id !== undefined){
let data3 = data1.psp_id;
const _errs10 = errors;
const _errs11 = errors;
if(errors === _errs11){
if(typeof data3 === "string"){
if(!pattern166.test(data3)){
validate88.errors = [{instancePath:instancePath+"/supported_methods/" + i0+"/psp_id",schemaPath:"../common.json#/$defs/psp_reference/pattern",keyword:"pattern",params:{pattern: "^(did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}|urn:act:[A-Za-z0-9._:-]{1,120})$"},message:"must match pattern \""+"^(did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}|urn:act:[A-Za-z0-9._:-]{1,120})$"+"\""}];
return false;
}
}
else {
validate88.errors = [{instancePath:instancePath+"/supported_methods/" + i0+"/psp_id",schemaPath:"../common.json#/$defs/psp_reference/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs10 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.endpoint !== undefined){
let data4 = data1.endpoint;
const _errs13 = errors;
const _errs14 = errors;
if(errors === _errs14){
if(typeof data4 === "string"){
if(func1(data4) > 512){
validate88.errors = [{instancePath:instancePath+"/supported_methods/" + i0+"/endpoint",schemaPath:"../common.json#/$defs/url/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters"}];
return false;
}
else {
if(!pattern150.test(data4)){
validate88.errors = [{instancePath:instancePath+"/supported_methods/" + i0+"/endpoint",schemaPath:"../common.json#/$defs/url/pattern",keyword:"pattern",params:{pattern: "^https?://[!-~]+$"},message:"must match pattern \""+"^https?://[!-~]+$"+"\""}];
return false;
}
}
}
else {
validate88.errors = [{instancePath:instancePath+"/supported_methods/" + i0+"/endpoint",schemaPath:"../common.json#/$defs/url/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs13 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.method_schema_url !== undefined){
let data5 = data1.method_schema_url;
const _errs16 = errors;
const _errs17 = errors;
if(errors === _errs17){
if(typeof data5 === "string"){
if(func1(data5) > 512){
validate88.errors = [{instancePath:instancePath+"/supported_methods/" + i0+"/method_schema_url",schemaPath:"../common.json#/$defs/url/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters"}];
return false;
}
else {
if(!pattern150.test(data5)){
validate88.errors = [{instancePath:instancePath+"/supported_methods/" + i0+"/method_schema_url",schemaPath:"../common.json#/$defs/url/pattern",keyword:"pattern",params:{pattern: "^https?://[!-~]+$"},message:"must match pattern \""+"^https?://[!-~]+$"+"\""}];
return false;
}
}
}
else {
validate88.errors = [{instancePath:instancePath+"/supported_methods/" + i0+"/method_schema_url",schemaPath:"../common.json#/$defs/url/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs16 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
}
}
else {
validate88.errors = [{instancePath:instancePath+"/supported_methods/" + i0,schemaPath:"#/properties/supported_methods/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid1 = _errs4 === errors;
if(!valid1){
break;
}
}
}
}
}
else {
validate88.errors = [{instancePath:instancePath+"/supported_methods",schemaPath:"#/properties/supported_methods/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
}
}
}
}
else {
validate88.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate88.errors = vErrors;
return errors === 0;
}

export const validateNegotiationBody = validate89;
const schema330 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://openact.example/schemas/1/http/negotiation-request.json","title":"NegotiationBody","description":"What a buyer asks a two-way negotiation endpoint (CID-PCA-NEG).","type":"object","additionalProperties":false,"required":["agent_id","buyer_supported_methods","currency","estimated_amount"],"properties":{"agent_id":{"$ref":"../common.json#/$defs/did"},"buyer_supported_methods":{"type":"array","items":{"$ref":"../common.json#/$defs/urn"},"minItems":1,"maxItems":32,"uniqueItems":true},"currency":{"$ref":"../common.json#/$defs/currency"},"estimated_amount":{"$ref":"../common.json#/$defs/amount_number"}}};

function validate89(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://openact.example/schemas/1/http/negotiation-request.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.agent_id === undefined) && (missing0 = "agent_id")) || ((data.buyer_supported_methods === undefined) && (missing0 = "buyer_supported_methods"))) || ((data.currency === undefined) && (missing0 = "currency"))) || ((data.estimated_amount === undefined) && (missing0 = "estimated_amount"))){
validate89.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((key0 === "agent_id") || (key0 === "buyer_supported_methods")) || (key0 === "currency")) || (key0 === "estimated_amount"))){
validate89.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.agent_id !== undefined){
let data0 = data.agent_id;
const _errs2 = errors;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data0 === "string"){
if(!pattern10.test(data0)){
validate89.errors = [{instancePath:instancePath+"/agent_id",schemaPath:"../common.json#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate89.errors = [{instancePath:instancePath+"/agent_id",schemaPath:"../common.json#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.buyer_supported_methods !== undefined){
let data1 = data.buyer_supported_methods;
const _errs5 = errors;
if(errors === _errs5){
if(Array.isArray(data1)){
if(data1.length > 32){
validate89.errors = [{instancePath:instancePath+"/buyer_supported_methods",schemaPath:"#/properties/buyer_supported_methods/maxItems",keyword:"maxItems",params:{limit: 32},message:"must NOT have more than 32 items"}];
return false;
}
else {
if(data1.length < 1){
validate89.errors = [{instancePath:instancePath+"/buyer_supported_methods",schemaPath:"#/properties/buyer_supported_methods/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid2 = true;
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
const _errs7 = errors;
const _errs8 = errors;
if(errors === _errs8){
if(typeof data2 === "string"){
if(!pattern4.test(data2)){
validate89.errors = [{instancePath:instancePath+"/buyer_supported_methods/" + i0,schemaPath:"../common.json#/$defs/urn/pattern",keyword:"pattern",params:{pattern: "^urn:act:[A-Za-z0-9._:-]{1,120}$"},message:"must match pattern \""+"^urn:act:[A-Za-z0-9._:-]{1,120}$"+"\""}];
return false;
}
}
else {
validate89.errors = [{instancePath:instancePath+"/buyer_supported_methods/" + i0,schemaPath:"../common.json#/$defs/urn/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs7 === errors;
if(!valid2){
break;
}
}
if(valid2){
let i1 = data1.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data1[i1], data1[j0])){
validate89.errors = [{instancePath:instancePath+"/buyer_supported_methods",schemaPath:"#/properties/buyer_supported_methods/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)"}];
return false;
break outer0;
}
}
}
}
}
}
}
}
else {
validate89.errors = [{instancePath:instancePath+"/buyer_supported_methods",schemaPath:"#/properties/buyer_supported_methods/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.currency !== undefined){
let data3 = data.currency;
const _errs10 = errors;
const _errs11 = errors;
if(errors === _errs11){
if(typeof data3 === "string"){
if(!pattern7.test(data3)){
validate89.errors = [{instancePath:instancePath+"/currency",schemaPath:"../common.json#/$defs/currency/pattern",keyword:"pattern",params:{pattern: "^[A-Z]{3}$"},message:"must match pattern \""+"^[A-Z]{3}$"+"\""}];
return false;
}
}
else {
validate89.errors = [{instancePath:instancePath+"/currency",schemaPath:"../common.json#/$defs/currency/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.estimated_amount !== undefined){
let data4 = data.estimated_amount;
const _errs13 = errors;
const _errs14 = errors;
if(errors === _errs14){
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 9999999999999.99 || isNaN(data4)){
validate89.errors = [{instancePath:instancePath+"/estimated_amount",schemaPath:"../common.json#/$defs/amount_number/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9999999999999.99},message:"must be <= 9999999999999.99"}];
return false;
}
else {
if(data4 < 0 || isNaN(data4)){
validate89.errors = [{instancePath:instancePath+"/estimated_amount",schemaPath:"../common.json#/$defs/amount_number/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
else {
validate89.errors = [{instancePath:instancePath+"/estimated_amount",schemaPath:"../common.json#/$defs/amount_number/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
else {
validate89.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate89.errors = vErrors;
return errors === 0;
}

export const validatePaymentAnswer = validate76;

export const validatePaymentBody = validate90;
const schema335 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://openact.example/schemas/1/http/payment.json","title":"PaymentBody","type":"object","additionalProperties":false,"required":["payment_request","mandate","quote"],"properties":{"payment_request":{"$ref":"../common.json#/$defs/compact_jws"},"mandate":{"$ref":"../common.json#/$defs/compact_jws"},"mandate_chain":{"type":"array","description":"Where the mandate was handed down: the mandates above it, the delegator's own first.","items":{"$ref":"../common.json#/$defs/compact_jws"},"minItems":1,"maxItems":3},"quote":{"$ref":"../common.json#/$defs/compact_jws"},"sub_account_proof":{"$ref":"../common.json#/$defs/compact_jws","description":"act-command+jwt by the key of the sub-account, action sub_account.pay; iss = sub-account id; target = request id; params.digest = digest of payment_request."},"runtime_proof":{"$ref":"../common.json#/$defs/compact_jws","description":"act-command+jwt, action runtime.prove, by the key of the runtime; target = the request id; params.digest = digest of the request."}}};

function validate90(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://openact.example/schemas/1/http/payment.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.payment_request === undefined) && (missing0 = "payment_request")) || ((data.mandate === undefined) && (missing0 = "mandate"))) || ((data.quote === undefined) && (missing0 = "quote"))){
validate90.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((((key0 === "payment_request") || (key0 === "mandate")) || (key0 === "mandate_chain")) || (key0 === "quote")) || (key0 === "sub_account_proof")) || (key0 === "runtime_proof"))){
validate90.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.payment_request !== undefined){
let data0 = data.payment_request;
const _errs2 = errors;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data0 === "string"){
if(func1(data0) > 16384){
validate90.errors = [{instancePath:instancePath+"/payment_request",schemaPath:"../common.json#/$defs/compact_jws/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters"}];
return false;
}
else {
if(!pattern12.test(data0)){
validate90.errors = [{instancePath:instancePath+"/payment_request",schemaPath:"../common.json#/$defs/compact_jws/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"+"\""}];
return false;
}
}
}
else {
validate90.errors = [{instancePath:instancePath+"/payment_request",schemaPath:"../common.json#/$defs/compact_jws/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.mandate !== undefined){
let data1 = data.mandate;
const _errs5 = errors;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data1 === "string"){
if(func1(data1) > 16384){
validate90.errors = [{instancePath:instancePath+"/mandate",schemaPath:"../common.json#/$defs/compact_jws/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters"}];
return false;
}
else {
if(!pattern12.test(data1)){
validate90.errors = [{instancePath:instancePath+"/mandate",schemaPath:"../common.json#/$defs/compact_jws/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"+"\""}];
return false;
}
}
}
else {
validate90.errors = [{instancePath:instancePath+"/mandate",schemaPath:"../common.json#/$defs/compact_jws/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.mandate_chain !== undefined){
let data2 = data.mandate_chain;
const _errs8 = errors;
if(errors === _errs8){
if(Array.isArray(data2)){
if(data2.length > 3){
validate90.errors = [{instancePath:instancePath+"/mandate_chain",schemaPath:"#/properties/mandate_chain/maxItems",keyword:"maxItems",params:{limit: 3},message:"must NOT have more than 3 items"}];
return false;
}
else {
if(data2.length < 1){
validate90.errors = [{instancePath:instancePath+"/mandate_chain",schemaPath:"#/properties/mandate_chain/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid3 = true;
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
const _errs10 = errors;
const _errs11 = errors;
if(errors === _errs11){
if(typeof data3 === "string"){
if(func1(data3) > 16384){
validate90.errors = [{instancePath:instancePath+"/mandate_chain/" + i0,schemaPath:"../common.json#/$defs/compact_jws/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters"}];
return false;
}
else {
if(!pattern12.test(data3)){
validate90.errors = [{instancePath:instancePath+"/mandate_chain/" + i0,schemaPath:"../common.json#/$defs/compact_jws/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"+"\""}];
return false;
}
}
}
else {
validate90.errors = [{instancePath:instancePath+"/mandate_chain/" + i0,schemaPath:"../common.json#/$defs/compact_jws/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid3 = _errs10 === errors;
if(!valid3){
break;
}
}
}
}
}
else {
validate90.errors = [{instancePath:instancePath+"/mandate_chain",schemaPath:"#/properties/mandate_chain/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.quote !== undefined){
let data4 = data.quote;
const _errs13 = errors;
const _errs14 = errors;
if(errors === _errs14){
if(typeof data4 === "string"){
if(func1(data4) > 16384){
validate90.errors = [{instancePath:instancePath+"/quote",schemaPath:"../common.json#/$defs/compact_jws/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters"}];
return false;
}
else {
if(!pattern12.test(data4)){
validate90.errors = [{instancePath:instancePath+"/quote",schemaPath:"../common.json#/$defs/compact_jws/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"+"\""}];
return false;
}
}
}
else {
validate90.errors = [{instancePath:instancePath+"/quote",schemaPath:"../common.json#/$defs/compact_jws/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sub_account_proof !== undefined){
let data5 = data.sub_account_proof;
const _errs16 = errors;
const _errs17 = errors;
if(errors === _errs17){
if(typeof data5 === "string"){
if(func1(data5) > 16384){
validate90.errors = [{instancePath:instancePath+"/sub_account_proof",schemaPath:"../common.json#/$defs/compact_jws/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters"}];
return false;
}
else {
if(!pattern12.test(data5)){
validate90.errors = [{instancePath:instancePath+"/sub_account_proof",schemaPath:"../common.json#/$defs/compact_jws/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"+"\""}];
return false;
}
}
}
else {
validate90.errors = [{instancePath:instancePath+"/sub_account_proof",schemaPath:"../common.json#/$defs/compact_jws/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs16 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.runtime_proof !== undefined){
let data6 = data.runtime_proof;
const _errs19 = errors;
const _errs20 = errors;
if(errors === _errs20){
if(typeof data6 === "string"){
if(func1(data6) > 16384){
validate90.errors = [{instancePath:instancePath+"/runtime_proof",schemaPath:"../common.json#/$defs/compact_jws/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters"}];
return false;
}
else {
if(!pattern12.test(data6)){
validate90.errors = [{instancePath:instancePath+"/runtime_proof",schemaPath:"../common.json#/$defs/compact_jws/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"+"\""}];
return false;
}
}
}
else {
validate90.errors = [{instancePath:instancePath+"/runtime_proof",schemaPath:"../common.json#/$defs/compact_jws/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs19 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
else {
validate90.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate90.errors = vErrors;
return errors === 0;
}

export const validateQuoteAnswer = validate91;
const schema342 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://openact.example/schemas/1/http/quote-answer.json","title":"QuoteAnswer","type":"object","additionalProperties":false,"required":["quote","cart"],"properties":{"quote":{"$ref":"../common.json#/$defs/compact_jws"},"cart":{"$ref":"../cart.json"}}};

function validate91(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://openact.example/schemas/1/http/quote-answer.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.quote === undefined) && (missing0 = "quote")) || ((data.cart === undefined) && (missing0 = "cart"))){
validate91.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "quote") || (key0 === "cart"))){
validate91.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.quote !== undefined){
let data0 = data.quote;
const _errs2 = errors;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data0 === "string"){
if(func1(data0) > 16384){
validate91.errors = [{instancePath:instancePath+"/quote",schemaPath:"../common.json#/$defs/compact_jws/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters"}];
return false;
}
else {
if(!pattern12.test(data0)){
validate91.errors = [{instancePath:instancePath+"/quote",schemaPath:"../common.json#/$defs/compact_jws/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"+"\""}];
return false;
}
}
}
else {
validate91.errors = [{instancePath:instancePath+"/quote",schemaPath:"../common.json#/$defs/compact_jws/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.cart !== undefined){
const _errs5 = errors;
if(!(validate39(data.cart, {instancePath:instancePath+"/cart",parentData:data,parentDataProperty:"cart",rootData}))){
vErrors = vErrors === null ? validate39.errors : vErrors.concat(validate39.errors);
errors = vErrors.length;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
validate91.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate91.errors = vErrors;
return errors === 0;
}

export const validateQuoteRequestBody = validate93;
const schema344 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://openact.example/schemas/1/http/quote-request.json","title":"QuoteRequestBody","type":"object","additionalProperties":false,"required":["agent_attestation","order","command"],"properties":{"agent_attestation":{"$ref":"../common.json#/$defs/compact_jws"},"order":{"type":"object","additionalProperties":false,"required":["lines","currency","expected_amount"],"properties":{"lines":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["item_id","quantity"],"properties":{"item_id":{"$ref":"../common.json#/$defs/id"},"quantity":{"type":"integer","minimum":1,"maximum":10000}}},"minItems":1,"maxItems":100},"currency":{"$ref":"../common.json#/$defs/currency"},"expected_amount":{"$ref":"../common.json#/$defs/amount","description":"The final price that the agent confirms; another price is refused."},"deliver_by":{"$ref":"../common.json#/$defs/utc_time"},"coupon":{"$ref":"../common.json#/$defs/id"},"request_id":{"$ref":"../common.json#/$defs/id"},"intent_id":{"$ref":"../common.json#/$defs/id","description":"The intent that the order comes from."}}},"command":{"$ref":"../common.json#/$defs/compact_jws","description":"act-command+jwt, action quote.request; target = the merchant; params.digest = digest of the order object."}}};

function validate93(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://openact.example/schemas/1/http/quote-request.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.agent_attestation === undefined) && (missing0 = "agent_attestation")) || ((data.order === undefined) && (missing0 = "order"))) || ((data.command === undefined) && (missing0 = "command"))){
validate93.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((key0 === "agent_attestation") || (key0 === "order")) || (key0 === "command"))){
validate93.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.agent_attestation !== undefined){
let data0 = data.agent_attestation;
const _errs2 = errors;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data0 === "string"){
if(func1(data0) > 16384){
validate93.errors = [{instancePath:instancePath+"/agent_attestation",schemaPath:"../common.json#/$defs/compact_jws/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters"}];
return false;
}
else {
if(!pattern12.test(data0)){
validate93.errors = [{instancePath:instancePath+"/agent_attestation",schemaPath:"../common.json#/$defs/compact_jws/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"+"\""}];
return false;
}
}
}
else {
validate93.errors = [{instancePath:instancePath+"/agent_attestation",schemaPath:"../common.json#/$defs/compact_jws/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.order !== undefined){
let data1 = data.order;
const _errs5 = errors;
if(errors === _errs5){
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
let missing1;
if((((data1.lines === undefined) && (missing1 = "lines")) || ((data1.currency === undefined) && (missing1 = "currency"))) || ((data1.expected_amount === undefined) && (missing1 = "expected_amount"))){
validate93.errors = [{instancePath:instancePath+"/order",schemaPath:"#/properties/order/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs7 = errors;
for(const key1 in data1){
if(!(((((((key1 === "lines") || (key1 === "currency")) || (key1 === "expected_amount")) || (key1 === "deliver_by")) || (key1 === "coupon")) || (key1 === "request_id")) || (key1 === "intent_id"))){
validate93.errors = [{instancePath:instancePath+"/order",schemaPath:"#/properties/order/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs7 === errors){
if(data1.lines !== undefined){
let data2 = data1.lines;
const _errs8 = errors;
if(errors === _errs8){
if(Array.isArray(data2)){
if(data2.length > 100){
validate93.errors = [{instancePath:instancePath+"/order/lines",schemaPath:"#/properties/order/properties/lines/maxItems",keyword:"maxItems",params:{limit: 100},message:"must NOT have more than 100 items"}];
return false;
}
else {
if(data2.length < 1){
validate93.errors = [{instancePath:instancePath+"/order/lines",schemaPath:"#/properties/order/properties/lines/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid3 = true;
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
const _errs10 = errors;
if(errors === _errs10){
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
let missing2;
if(((data3.item_id === undefined) && (missing2 = "item_id")) || ((data3.quantity === undefined) && (missing2 = "quantity"))){
validate93.errors = [{instancePath:instancePath+"/order/lines/" + i0,schemaPath:"#/properties/order/properties/lines/items/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"}];
return false;
}
else {
const _errs12 = errors;
for(const key2 in data3){
if(!((key2 === "item_id") || (key2 === "quantity"))){
validate93.errors = [{instancePath:instancePath+"/order/lines/" + i0,schemaPath:"#/properties/order/properties/lines/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs12 === errors){
if(data3.item_id !== undefined){
let data4 = data3.item_id;
const _errs13 = errors;
const _errs14 = errors;
if(errors === _errs14){
if(typeof data4 === "string"){
if(!pattern5.test(data4)){
validate93.errors = [{instancePath:instancePath+"/order/lines/" + i0+"/item_id",schemaPath:"../common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate93.errors = [{instancePath:instancePath+"/order/lines/" + i0+"/item_id",schemaPath:"../common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid4 = _errs13 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data3.quantity !== undefined){
let data5 = data3.quantity;
const _errs16 = errors;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
validate93.errors = [{instancePath:instancePath+"/order/lines/" + i0+"/quantity",schemaPath:"#/properties/order/properties/lines/items/properties/quantity/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs16){
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 > 10000 || isNaN(data5)){
validate93.errors = [{instancePath:instancePath+"/order/lines/" + i0+"/quantity",schemaPath:"#/properties/order/properties/lines/items/properties/quantity/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10000},message:"must be <= 10000"}];
return false;
}
else {
if(data5 < 1 || isNaN(data5)){
validate93.errors = [{instancePath:instancePath+"/order/lines/" + i0+"/quantity",schemaPath:"#/properties/order/properties/lines/items/properties/quantity/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
}
}
}
}
var valid4 = _errs16 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
else {
validate93.errors = [{instancePath:instancePath+"/order/lines/" + i0,schemaPath:"#/properties/order/properties/lines/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid3 = _errs10 === errors;
if(!valid3){
break;
}
}
}
}
}
else {
validate93.errors = [{instancePath:instancePath+"/order/lines",schemaPath:"#/properties/order/properties/lines/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid2 = _errs8 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.currency !== undefined){
let data6 = data1.currency;
const _errs18 = errors;
const _errs19 = errors;
if(errors === _errs19){
if(typeof data6 === "string"){
if(!pattern7.test(data6)){
validate93.errors = [{instancePath:instancePath+"/order/currency",schemaPath:"../common.json#/$defs/currency/pattern",keyword:"pattern",params:{pattern: "^[A-Z]{3}$"},message:"must match pattern \""+"^[A-Z]{3}$"+"\""}];
return false;
}
}
else {
validate93.errors = [{instancePath:instancePath+"/order/currency",schemaPath:"../common.json#/$defs/currency/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs18 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.expected_amount !== undefined){
let data7 = data1.expected_amount;
const _errs21 = errors;
const _errs22 = errors;
if(errors === _errs22){
if(typeof data7 === "string"){
if(!pattern6.test(data7)){
validate93.errors = [{instancePath:instancePath+"/order/expected_amount",schemaPath:"../common.json#/$defs/amount/pattern",keyword:"pattern",params:{pattern: "^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"},message:"must match pattern \""+"^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"+"\""}];
return false;
}
}
else {
validate93.errors = [{instancePath:instancePath+"/order/expected_amount",schemaPath:"../common.json#/$defs/amount/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs21 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.deliver_by !== undefined){
let data8 = data1.deliver_by;
const _errs24 = errors;
const _errs25 = errors;
if(errors === _errs25){
if(typeof data8 === "string"){
if(!pattern9.test(data8)){
validate93.errors = [{instancePath:instancePath+"/order/deliver_by",schemaPath:"../common.json#/$defs/utc_time/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"+"\""}];
return false;
}
}
else {
validate93.errors = [{instancePath:instancePath+"/order/deliver_by",schemaPath:"../common.json#/$defs/utc_time/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs24 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.coupon !== undefined){
let data9 = data1.coupon;
const _errs27 = errors;
const _errs28 = errors;
if(errors === _errs28){
if(typeof data9 === "string"){
if(!pattern5.test(data9)){
validate93.errors = [{instancePath:instancePath+"/order/coupon",schemaPath:"../common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate93.errors = [{instancePath:instancePath+"/order/coupon",schemaPath:"../common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs27 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.request_id !== undefined){
let data10 = data1.request_id;
const _errs30 = errors;
const _errs31 = errors;
if(errors === _errs31){
if(typeof data10 === "string"){
if(!pattern5.test(data10)){
validate93.errors = [{instancePath:instancePath+"/order/request_id",schemaPath:"../common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate93.errors = [{instancePath:instancePath+"/order/request_id",schemaPath:"../common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs30 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.intent_id !== undefined){
let data11 = data1.intent_id;
const _errs33 = errors;
const _errs34 = errors;
if(errors === _errs34){
if(typeof data11 === "string"){
if(!pattern5.test(data11)){
validate93.errors = [{instancePath:instancePath+"/order/intent_id",schemaPath:"../common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate93.errors = [{instancePath:instancePath+"/order/intent_id",schemaPath:"../common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs33 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
}
}
}
}
}
else {
validate93.errors = [{instancePath:instancePath+"/order",schemaPath:"#/properties/order/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.command !== undefined){
let data12 = data.command;
const _errs36 = errors;
const _errs37 = errors;
if(errors === _errs37){
if(typeof data12 === "string"){
if(func1(data12) > 16384){
validate93.errors = [{instancePath:instancePath+"/command",schemaPath:"../common.json#/$defs/compact_jws/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters"}];
return false;
}
else {
if(!pattern12.test(data12)){
validate93.errors = [{instancePath:instancePath+"/command",schemaPath:"../common.json#/$defs/compact_jws/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"+"\""}];
return false;
}
}
}
else {
validate93.errors = [{instancePath:instancePath+"/command",schemaPath:"../common.json#/$defs/compact_jws/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs36 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
validate93.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate93.errors = vErrors;
return errors === 0;
}

export const validateReleaseAnswer = validate94;
const schema354 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://openact.example/schemas/1/http/release-answer.json","title":"ReleaseAnswer","type":"object","additionalProperties":false,"required":["out_trade_no","trade_no","state","goods"],"properties":{"out_trade_no":{"$ref":"../common.json#/$defs/id"},"trade_no":{"$ref":"../common.json#/$defs/id"},"state":{"$ref":"../common.json#/$defs/trade_state"},"goods":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["item_id","code"],"properties":{"item_id":{"$ref":"../common.json#/$defs/id"},"code":{"type":"string","minLength":1,"maxLength":200}}},"minItems":0,"maxItems":100}}};

function validate94(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://openact.example/schemas/1/http/release-answer.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.out_trade_no === undefined) && (missing0 = "out_trade_no")) || ((data.trade_no === undefined) && (missing0 = "trade_no"))) || ((data.state === undefined) && (missing0 = "state"))) || ((data.goods === undefined) && (missing0 = "goods"))){
validate94.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((key0 === "out_trade_no") || (key0 === "trade_no")) || (key0 === "state")) || (key0 === "goods"))){
validate94.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.out_trade_no !== undefined){
let data0 = data.out_trade_no;
const _errs2 = errors;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data0 === "string"){
if(!pattern5.test(data0)){
validate94.errors = [{instancePath:instancePath+"/out_trade_no",schemaPath:"../common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate94.errors = [{instancePath:instancePath+"/out_trade_no",schemaPath:"../common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.trade_no !== undefined){
let data1 = data.trade_no;
const _errs5 = errors;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data1 === "string"){
if(!pattern5.test(data1)){
validate94.errors = [{instancePath:instancePath+"/trade_no",schemaPath:"../common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate94.errors = [{instancePath:instancePath+"/trade_no",schemaPath:"../common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.state !== undefined){
let data2 = data.state;
const _errs8 = errors;
if(typeof data2 !== "string"){
validate94.errors = [{instancePath:instancePath+"/state",schemaPath:"../common.json#/$defs/trade_state/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!((((((data2 === "CREATE") || (data2 === "WAIT_BUYER_PAY")) || (data2 === "WAIT_SELLER_FULFILLMENT")) || (data2 === "WAIT_BUYER_RECEIPT")) || (data2 === "TRADE_FINISHED")) || (data2 === "TRADE_CLOSED"))){
validate94.errors = [{instancePath:instancePath+"/state",schemaPath:"../common.json#/$defs/trade_state/enum",keyword:"enum",params:{allowedValues: schema52.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.goods !== undefined){
let data3 = data.goods;
const _errs11 = errors;
if(errors === _errs11){
if(Array.isArray(data3)){
if(data3.length > 100){
validate94.errors = [{instancePath:instancePath+"/goods",schemaPath:"#/properties/goods/maxItems",keyword:"maxItems",params:{limit: 100},message:"must NOT have more than 100 items"}];
return false;
}
else {
if(data3.length < 0){
validate94.errors = [{instancePath:instancePath+"/goods",schemaPath:"#/properties/goods/minItems",keyword:"minItems",params:{limit: 0},message:"must NOT have fewer than 0 items"}];
return false;
}
else {
var valid4 = true;
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
const _errs13 = errors;
if(errors === _errs13){
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
let missing1;
if(((data4.item_id === undefined) && (missing1 = "item_id")) || ((data4.code === undefined) && (missing1 = "code"))){
validate94.errors = [{instancePath:instancePath+"/goods/" + i0,schemaPath:"#/properties/goods/items/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs15 = errors;
for(const key1 in data4){
if(!((key1 === "item_id") || (key1 === "code"))){
validate94.errors = [{instancePath:instancePath+"/goods/" + i0,schemaPath:"#/properties/goods/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs15 === errors){
if(data4.item_id !== undefined){
let data5 = data4.item_id;
const _errs16 = errors;
const _errs17 = errors;
if(errors === _errs17){
if(typeof data5 === "string"){
if(!pattern5.test(data5)){
validate94.errors = [{instancePath:instancePath+"/goods/" + i0+"/item_id",schemaPath:"../common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate94.errors = [{instancePath:instancePath+"/goods/" + i0+"/item_id",schemaPath:"../common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid5 = _errs16 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data4.code !== undefined){
let data6 = data4.code;
const _errs19 = errors;
if(errors === _errs19){
if(typeof data6 === "string"){
if(func1(data6) > 200){
validate94.errors = [{instancePath:instancePath+"/goods/" + i0+"/code",schemaPath:"#/properties/goods/items/properties/code/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters"}];
return false;
}
else {
if(func1(data6) < 1){
validate94.errors = [{instancePath:instancePath+"/goods/" + i0+"/code",schemaPath:"#/properties/goods/items/properties/code/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate94.errors = [{instancePath:instancePath+"/goods/" + i0+"/code",schemaPath:"#/properties/goods/items/properties/code/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid5 = _errs19 === errors;
}
else {
var valid5 = true;
}
}
}
}
}
else {
validate94.errors = [{instancePath:instancePath+"/goods/" + i0,schemaPath:"#/properties/goods/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid4 = _errs13 === errors;
if(!valid4){
break;
}
}
}
}
}
else {
validate94.errors = [{instancePath:instancePath+"/goods",schemaPath:"#/properties/goods/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
else {
validate94.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate94.errors = vErrors;
return errors === 0;
}

export const validateReleaseBody = validate95;
const schema359 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://openact.example/schemas/1/http/release.json","title":"ReleaseBody","type":"object","additionalProperties":false,"required":["receipt","command"],"properties":{"receipt":{"$ref":"../common.json#/$defs/compact_jws"},"command":{"$ref":"../common.json#/$defs/compact_jws","description":"act-command+jwt, action order.release, signed by the agent's key; target = order number; params.digest = digest of the receipt."}}};

function validate95(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://openact.example/schemas/1/http/release.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.receipt === undefined) && (missing0 = "receipt")) || ((data.command === undefined) && (missing0 = "command"))){
validate95.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "receipt") || (key0 === "command"))){
validate95.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.receipt !== undefined){
let data0 = data.receipt;
const _errs2 = errors;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data0 === "string"){
if(func1(data0) > 16384){
validate95.errors = [{instancePath:instancePath+"/receipt",schemaPath:"../common.json#/$defs/compact_jws/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters"}];
return false;
}
else {
if(!pattern12.test(data0)){
validate95.errors = [{instancePath:instancePath+"/receipt",schemaPath:"../common.json#/$defs/compact_jws/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"+"\""}];
return false;
}
}
}
else {
validate95.errors = [{instancePath:instancePath+"/receipt",schemaPath:"../common.json#/$defs/compact_jws/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.command !== undefined){
let data1 = data.command;
const _errs5 = errors;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data1 === "string"){
if(func1(data1) > 16384){
validate95.errors = [{instancePath:instancePath+"/command",schemaPath:"../common.json#/$defs/compact_jws/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters"}];
return false;
}
else {
if(!pattern12.test(data1)){
validate95.errors = [{instancePath:instancePath+"/command",schemaPath:"../common.json#/$defs/compact_jws/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"+"\""}];
return false;
}
}
}
else {
validate95.errors = [{instancePath:instancePath+"/command",schemaPath:"../common.json#/$defs/compact_jws/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
validate95.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate95.errors = vErrors;
return errors === 0;
}

export const validateSubAccountKeyBody = validate96;
const schema362 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://openact.example/schemas/1/http/sub-account-key.json","title":"SubAccountKeyBody","description":"The account holder puts a frozen sub-account back into use, with a new key.","type":"object","additionalProperties":false,"required":["command","sub_account_key","key_proof"],"properties":{"command":{"$ref":"../common.json#/$defs/compact_jws","description":"act-command+jwt by the device, action sub_account.unfreeze; params.digest = digest of the new key."},"sub_account_key":{"$ref":"../common.json#/$defs/public_jwk"},"key_proof":{"$ref":"../common.json#/$defs/compact_jws","description":"As in sub-account-request."}}};

function validate97(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs0 = errors;
let valid0 = false;
let passing0 = null;
const _errs1 = errors;
if(errors === _errs1){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.kty === undefined) && (missing0 = "kty")) || ((data.crv === undefined) && (missing0 = "crv"))) || ((data.x === undefined) && (missing0 = "x"))) || ((data.y === undefined) && (missing0 = "y"))){
const err0 = {instancePath,schemaPath:"#/oneOf/0/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
const _errs3 = errors;
for(const key0 in data){
if(!((((key0 === "kty") || (key0 === "crv")) || (key0 === "x")) || (key0 === "y"))){
const err1 = {instancePath,schemaPath:"#/oneOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
break;
}
}
if(_errs3 === errors){
if(data.kty !== undefined){
const _errs4 = errors;
if("EC" !== data.kty){
const err2 = {instancePath:instancePath+"/kty",schemaPath:"#/oneOf/0/properties/kty/const",keyword:"const",params:{allowedValue: "EC"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var valid1 = _errs4 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.crv !== undefined){
const _errs5 = errors;
if("P-256" !== data.crv){
const err3 = {instancePath:instancePath+"/crv",schemaPath:"#/oneOf/0/properties/crv/const",keyword:"const",params:{allowedValue: "P-256"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
var valid1 = _errs5 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.x !== undefined){
let data2 = data.x;
const _errs6 = errors;
const _errs7 = errors;
if(errors === _errs7){
if(typeof data2 === "string"){
if(!pattern8.test(data2)){
const err4 = {instancePath:instancePath+"/x",schemaPath:"#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/x",schemaPath:"#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
var valid1 = _errs6 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.y !== undefined){
let data3 = data.y;
const _errs9 = errors;
const _errs10 = errors;
if(errors === _errs10){
if(typeof data3 === "string"){
if(!pattern8.test(data3)){
const err6 = {instancePath:instancePath+"/y",schemaPath:"#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/y",schemaPath:"#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
var valid1 = _errs9 === errors;
}
else {
var valid1 = true;
}
}
}
}
}
}
}
else {
const err8 = {instancePath,schemaPath:"#/oneOf/0/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
var _valid0 = _errs1 === errors;
if(_valid0){
valid0 = true;
passing0 = 0;
}
const _errs12 = errors;
if(errors === _errs12){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if((((data.kty === undefined) && (missing1 = "kty")) || ((data.crv === undefined) && (missing1 = "crv"))) || ((data.x === undefined) && (missing1 = "x"))){
const err9 = {instancePath,schemaPath:"#/oneOf/1/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
else {
const _errs14 = errors;
for(const key1 in data){
if(!(((key1 === "kty") || (key1 === "crv")) || (key1 === "x"))){
const err10 = {instancePath,schemaPath:"#/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
break;
}
}
if(_errs14 === errors){
if(data.kty !== undefined){
const _errs15 = errors;
if("OKP" !== data.kty){
const err11 = {instancePath:instancePath+"/kty",schemaPath:"#/oneOf/1/properties/kty/const",keyword:"const",params:{allowedValue: "OKP"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
var valid4 = _errs15 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data.crv !== undefined){
const _errs16 = errors;
if("Ed25519" !== data.crv){
const err12 = {instancePath:instancePath+"/crv",schemaPath:"#/oneOf/1/properties/crv/const",keyword:"const",params:{allowedValue: "Ed25519"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
var valid4 = _errs16 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data.x !== undefined){
let data6 = data.x;
const _errs17 = errors;
const _errs18 = errors;
if(errors === _errs18){
if(typeof data6 === "string"){
if(!pattern8.test(data6)){
const err13 = {instancePath:instancePath+"/x",schemaPath:"#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/x",schemaPath:"#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
var valid4 = _errs17 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
}
else {
const err15 = {instancePath,schemaPath:"#/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
var _valid0 = _errs12 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid0 = true;
passing0 = 1;
}
}
if(!valid0){
const err16 = {instancePath,schemaPath:"#/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
validate97.errors = vErrors;
return false;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
validate97.errors = vErrors;
return errors === 0;
}


function validate96(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://openact.example/schemas/1/http/sub-account-key.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.command === undefined) && (missing0 = "command")) || ((data.sub_account_key === undefined) && (missing0 = "sub_account_key"))) || ((data.key_proof === undefined) && (missing0 = "key_proof"))){
validate96.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((key0 === "command") || (key0 === "sub_account_key")) || (key0 === "key_proof"))){
validate96.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.command !== undefined){
let data0 = data.command;
const _errs2 = errors;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data0 === "string"){
if(func1(data0) > 16384){
validate96.errors = [{instancePath:instancePath+"/command",schemaPath:"../common.json#/$defs/compact_jws/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters"}];
return false;
}
else {
if(!pattern12.test(data0)){
validate96.errors = [{instancePath:instancePath+"/command",schemaPath:"../common.json#/$defs/compact_jws/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"+"\""}];
return false;
}
}
}
else {
validate96.errors = [{instancePath:instancePath+"/command",schemaPath:"../common.json#/$defs/compact_jws/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sub_account_key !== undefined){
const _errs5 = errors;
if(!(validate97(data.sub_account_key, {instancePath:instancePath+"/sub_account_key",parentData:data,parentDataProperty:"sub_account_key",rootData}))){
vErrors = vErrors === null ? validate97.errors : vErrors.concat(validate97.errors);
errors = vErrors.length;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.key_proof !== undefined){
let data2 = data.key_proof;
const _errs6 = errors;
const _errs7 = errors;
if(errors === _errs7){
if(typeof data2 === "string"){
if(func1(data2) > 16384){
validate96.errors = [{instancePath:instancePath+"/key_proof",schemaPath:"../common.json#/$defs/compact_jws/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters"}];
return false;
}
else {
if(!pattern12.test(data2)){
validate96.errors = [{instancePath:instancePath+"/key_proof",schemaPath:"../common.json#/$defs/compact_jws/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"+"\""}];
return false;
}
}
}
else {
validate96.errors = [{instancePath:instancePath+"/key_proof",schemaPath:"../common.json#/$defs/compact_jws/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
validate96.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate96.errors = vErrors;
return errors === 0;
}

export const validateSubAccountRequestBody = validate99;
const schema369 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://openact.example/schemas/1/http/sub-account-request.json","title":"SubAccountRequestBody","description":"An agent asks for a sub-account of its own; the account holder confirms it.","type":"object","additionalProperties":false,"required":["delegator_identity","limits","agent_attestation","command","sub_account_key","key_proof"],"properties":{"delegator_identity":{"$ref":"../common.json#/$defs/did"},"limits":{"type":"object","additionalProperties":false,"required":["currency","max_amount","valid_until"],"properties":{"currency":{"$ref":"../common.json#/$defs/currency"},"max_amount":{"$ref":"../common.json#/$defs/amount"},"valid_until":{"$ref":"../common.json#/$defs/utc_time"},"merchants":{"type":"array","items":{"$ref":"../common.json#/$defs/did"},"minItems":1,"maxItems":64,"uniqueItems":true},"confirm_each":{"description":"The user confirms every order that this pays for (AI card).","const":true}}},"agent_attestation":{"$ref":"../common.json#/$defs/compact_jws"},"command":{"$ref":"../common.json#/$defs/compact_jws","description":"act-command+jwt, action sub_account.open; target = the new sub-account id; params.digest = digest of {limits, sub_account_key}."},"sub_account_key":{"$ref":"../common.json#/$defs/public_jwk"},"key_proof":{"$ref":"../common.json#/$defs/compact_jws","description":"act-command+jwt by that key, action sub_account.prove; iss = its thumbprint; target = the sub-account id."}}};

function validate100(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs0 = errors;
let valid0 = false;
let passing0 = null;
const _errs1 = errors;
if(errors === _errs1){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.kty === undefined) && (missing0 = "kty")) || ((data.crv === undefined) && (missing0 = "crv"))) || ((data.x === undefined) && (missing0 = "x"))) || ((data.y === undefined) && (missing0 = "y"))){
const err0 = {instancePath,schemaPath:"#/oneOf/0/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
const _errs3 = errors;
for(const key0 in data){
if(!((((key0 === "kty") || (key0 === "crv")) || (key0 === "x")) || (key0 === "y"))){
const err1 = {instancePath,schemaPath:"#/oneOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
break;
}
}
if(_errs3 === errors){
if(data.kty !== undefined){
const _errs4 = errors;
if("EC" !== data.kty){
const err2 = {instancePath:instancePath+"/kty",schemaPath:"#/oneOf/0/properties/kty/const",keyword:"const",params:{allowedValue: "EC"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var valid1 = _errs4 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.crv !== undefined){
const _errs5 = errors;
if("P-256" !== data.crv){
const err3 = {instancePath:instancePath+"/crv",schemaPath:"#/oneOf/0/properties/crv/const",keyword:"const",params:{allowedValue: "P-256"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
var valid1 = _errs5 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.x !== undefined){
let data2 = data.x;
const _errs6 = errors;
const _errs7 = errors;
if(errors === _errs7){
if(typeof data2 === "string"){
if(!pattern8.test(data2)){
const err4 = {instancePath:instancePath+"/x",schemaPath:"#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/x",schemaPath:"#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
var valid1 = _errs6 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.y !== undefined){
let data3 = data.y;
const _errs9 = errors;
const _errs10 = errors;
if(errors === _errs10){
if(typeof data3 === "string"){
if(!pattern8.test(data3)){
const err6 = {instancePath:instancePath+"/y",schemaPath:"#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/y",schemaPath:"#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
var valid1 = _errs9 === errors;
}
else {
var valid1 = true;
}
}
}
}
}
}
}
else {
const err8 = {instancePath,schemaPath:"#/oneOf/0/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
var _valid0 = _errs1 === errors;
if(_valid0){
valid0 = true;
passing0 = 0;
}
const _errs12 = errors;
if(errors === _errs12){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if((((data.kty === undefined) && (missing1 = "kty")) || ((data.crv === undefined) && (missing1 = "crv"))) || ((data.x === undefined) && (missing1 = "x"))){
const err9 = {instancePath,schemaPath:"#/oneOf/1/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
else {
const _errs14 = errors;
for(const key1 in data){
if(!(((key1 === "kty") || (key1 === "crv")) || (key1 === "x"))){
const err10 = {instancePath,schemaPath:"#/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
break;
}
}
if(_errs14 === errors){
if(data.kty !== undefined){
const _errs15 = errors;
if("OKP" !== data.kty){
const err11 = {instancePath:instancePath+"/kty",schemaPath:"#/oneOf/1/properties/kty/const",keyword:"const",params:{allowedValue: "OKP"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
var valid4 = _errs15 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data.crv !== undefined){
const _errs16 = errors;
if("Ed25519" !== data.crv){
const err12 = {instancePath:instancePath+"/crv",schemaPath:"#/oneOf/1/properties/crv/const",keyword:"const",params:{allowedValue: "Ed25519"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
var valid4 = _errs16 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data.x !== undefined){
let data6 = data.x;
const _errs17 = errors;
const _errs18 = errors;
if(errors === _errs18){
if(typeof data6 === "string"){
if(!pattern8.test(data6)){
const err13 = {instancePath:instancePath+"/x",schemaPath:"#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/x",schemaPath:"#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
var valid4 = _errs17 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
}
else {
const err15 = {instancePath,schemaPath:"#/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
var _valid0 = _errs12 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid0 = true;
passing0 = 1;
}
}
if(!valid0){
const err16 = {instancePath,schemaPath:"#/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
validate100.errors = vErrors;
return false;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
validate100.errors = vErrors;
return errors === 0;
}


function validate99(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://openact.example/schemas/1/http/sub-account-request.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((data.delegator_identity === undefined) && (missing0 = "delegator_identity")) || ((data.limits === undefined) && (missing0 = "limits"))) || ((data.agent_attestation === undefined) && (missing0 = "agent_attestation"))) || ((data.command === undefined) && (missing0 = "command"))) || ((data.sub_account_key === undefined) && (missing0 = "sub_account_key"))) || ((data.key_proof === undefined) && (missing0 = "key_proof"))){
validate99.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((((key0 === "delegator_identity") || (key0 === "limits")) || (key0 === "agent_attestation")) || (key0 === "command")) || (key0 === "sub_account_key")) || (key0 === "key_proof"))){
validate99.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.delegator_identity !== undefined){
let data0 = data.delegator_identity;
const _errs2 = errors;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data0 === "string"){
if(!pattern10.test(data0)){
validate99.errors = [{instancePath:instancePath+"/delegator_identity",schemaPath:"../common.json#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate99.errors = [{instancePath:instancePath+"/delegator_identity",schemaPath:"../common.json#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.limits !== undefined){
let data1 = data.limits;
const _errs5 = errors;
if(errors === _errs5){
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
let missing1;
if((((data1.currency === undefined) && (missing1 = "currency")) || ((data1.max_amount === undefined) && (missing1 = "max_amount"))) || ((data1.valid_until === undefined) && (missing1 = "valid_until"))){
validate99.errors = [{instancePath:instancePath+"/limits",schemaPath:"#/properties/limits/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs7 = errors;
for(const key1 in data1){
if(!(((((key1 === "currency") || (key1 === "max_amount")) || (key1 === "valid_until")) || (key1 === "merchants")) || (key1 === "confirm_each"))){
validate99.errors = [{instancePath:instancePath+"/limits",schemaPath:"#/properties/limits/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs7 === errors){
if(data1.currency !== undefined){
let data2 = data1.currency;
const _errs8 = errors;
const _errs9 = errors;
if(errors === _errs9){
if(typeof data2 === "string"){
if(!pattern7.test(data2)){
validate99.errors = [{instancePath:instancePath+"/limits/currency",schemaPath:"../common.json#/$defs/currency/pattern",keyword:"pattern",params:{pattern: "^[A-Z]{3}$"},message:"must match pattern \""+"^[A-Z]{3}$"+"\""}];
return false;
}
}
else {
validate99.errors = [{instancePath:instancePath+"/limits/currency",schemaPath:"../common.json#/$defs/currency/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs8 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.max_amount !== undefined){
let data3 = data1.max_amount;
const _errs11 = errors;
const _errs12 = errors;
if(errors === _errs12){
if(typeof data3 === "string"){
if(!pattern6.test(data3)){
validate99.errors = [{instancePath:instancePath+"/limits/max_amount",schemaPath:"../common.json#/$defs/amount/pattern",keyword:"pattern",params:{pattern: "^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"},message:"must match pattern \""+"^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"+"\""}];
return false;
}
}
else {
validate99.errors = [{instancePath:instancePath+"/limits/max_amount",schemaPath:"../common.json#/$defs/amount/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs11 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.valid_until !== undefined){
let data4 = data1.valid_until;
const _errs14 = errors;
const _errs15 = errors;
if(errors === _errs15){
if(typeof data4 === "string"){
if(!pattern9.test(data4)){
validate99.errors = [{instancePath:instancePath+"/limits/valid_until",schemaPath:"../common.json#/$defs/utc_time/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"+"\""}];
return false;
}
}
else {
validate99.errors = [{instancePath:instancePath+"/limits/valid_until",schemaPath:"../common.json#/$defs/utc_time/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs14 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.merchants !== undefined){
let data5 = data1.merchants;
const _errs17 = errors;
if(errors === _errs17){
if(Array.isArray(data5)){
if(data5.length > 64){
validate99.errors = [{instancePath:instancePath+"/limits/merchants",schemaPath:"#/properties/limits/properties/merchants/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"}];
return false;
}
else {
if(data5.length < 1){
validate99.errors = [{instancePath:instancePath+"/limits/merchants",schemaPath:"#/properties/limits/properties/merchants/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid6 = true;
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
let data6 = data5[i0];
const _errs19 = errors;
const _errs20 = errors;
if(errors === _errs20){
if(typeof data6 === "string"){
if(!pattern10.test(data6)){
validate99.errors = [{instancePath:instancePath+"/limits/merchants/" + i0,schemaPath:"../common.json#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate99.errors = [{instancePath:instancePath+"/limits/merchants/" + i0,schemaPath:"../common.json#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid6 = _errs19 === errors;
if(!valid6){
break;
}
}
if(valid6){
let i1 = data5.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data5[i1], data5[j0])){
validate99.errors = [{instancePath:instancePath+"/limits/merchants",schemaPath:"#/properties/limits/properties/merchants/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)"}];
return false;
break outer0;
}
}
}
}
}
}
}
}
else {
validate99.errors = [{instancePath:instancePath+"/limits/merchants",schemaPath:"#/properties/limits/properties/merchants/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid2 = _errs17 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.confirm_each !== undefined){
const _errs22 = errors;
if(true !== data1.confirm_each){
validate99.errors = [{instancePath:instancePath+"/limits/confirm_each",schemaPath:"#/properties/limits/properties/confirm_each/const",keyword:"const",params:{allowedValue: true},message:"must be equal to constant"}];
return false;
}
var valid2 = _errs22 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
}
}
}
else {
validate99.errors = [{instancePath:instancePath+"/limits",schemaPath:"#/properties/limits/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.agent_attestation !== undefined){
let data8 = data.agent_attestation;
const _errs23 = errors;
const _errs24 = errors;
if(errors === _errs24){
if(typeof data8 === "string"){
if(func1(data8) > 16384){
validate99.errors = [{instancePath:instancePath+"/agent_attestation",schemaPath:"../common.json#/$defs/compact_jws/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters"}];
return false;
}
else {
if(!pattern12.test(data8)){
validate99.errors = [{instancePath:instancePath+"/agent_attestation",schemaPath:"../common.json#/$defs/compact_jws/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"+"\""}];
return false;
}
}
}
else {
validate99.errors = [{instancePath:instancePath+"/agent_attestation",schemaPath:"../common.json#/$defs/compact_jws/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs23 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.command !== undefined){
let data9 = data.command;
const _errs26 = errors;
const _errs27 = errors;
if(errors === _errs27){
if(typeof data9 === "string"){
if(func1(data9) > 16384){
validate99.errors = [{instancePath:instancePath+"/command",schemaPath:"../common.json#/$defs/compact_jws/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters"}];
return false;
}
else {
if(!pattern12.test(data9)){
validate99.errors = [{instancePath:instancePath+"/command",schemaPath:"../common.json#/$defs/compact_jws/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"+"\""}];
return false;
}
}
}
else {
validate99.errors = [{instancePath:instancePath+"/command",schemaPath:"../common.json#/$defs/compact_jws/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs26 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sub_account_key !== undefined){
const _errs29 = errors;
if(!(validate100(data.sub_account_key, {instancePath:instancePath+"/sub_account_key",parentData:data,parentDataProperty:"sub_account_key",rootData}))){
vErrors = vErrors === null ? validate100.errors : vErrors.concat(validate100.errors);
errors = vErrors.length;
}
var valid0 = _errs29 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.key_proof !== undefined){
let data11 = data.key_proof;
const _errs30 = errors;
const _errs31 = errors;
if(errors === _errs31){
if(typeof data11 === "string"){
if(func1(data11) > 16384){
validate99.errors = [{instancePath:instancePath+"/key_proof",schemaPath:"../common.json#/$defs/compact_jws/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters"}];
return false;
}
else {
if(!pattern12.test(data11)){
validate99.errors = [{instancePath:instancePath+"/key_proof",schemaPath:"../common.json#/$defs/compact_jws/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"+"\""}];
return false;
}
}
}
else {
validate99.errors = [{instancePath:instancePath+"/key_proof",schemaPath:"../common.json#/$defs/compact_jws/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs30 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
else {
validate99.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate99.errors = vErrors;
return errors === 0;
}

export const validateSubAccountAnswer = validate102;
const schema382 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://openact.example/schemas/1/http/sub-account.json","title":"SubAccountAnswer","description":"A sub-account as its agent and its owner see it.","type":"object","additionalProperties":false,"required":["sub_account_id","agent_id","state","currency","balance","key","usage"],"properties":{"sub_account_id":{"$ref":"../common.json#/$defs/id"},"agent_id":{"$ref":"../common.json#/$defs/did"},"state":{"type":"string","enum":["PENDING_CONFIRMATION","DENIED","ACTIVE","FROZEN","CLOSED"]},"currency":{"$ref":"../common.json#/$defs/currency"},"balance":{"$ref":"../common.json#/$defs/amount"},"key":{"type":"object","additionalProperties":false,"required":["jkt","state"],"properties":{"jkt":{"$ref":"../common.json#/$defs/digest"},"state":{"type":"string","enum":["PENDING","ACTIVE","DEAD"]}}},"usage":{"type":"object","description":"What the agent has paid from it, by the books of the payment service.","additionalProperties":false,"required":["payments","paid","refunded"],"properties":{"payments":{"type":"integer","minimum":0},"paid":{"$ref":"../common.json#/$defs/amount"},"refunded":{"$ref":"../common.json#/$defs/amount"}}}}};

function validate102(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://openact.example/schemas/1/http/sub-account.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((data.sub_account_id === undefined) && (missing0 = "sub_account_id")) || ((data.agent_id === undefined) && (missing0 = "agent_id"))) || ((data.state === undefined) && (missing0 = "state"))) || ((data.currency === undefined) && (missing0 = "currency"))) || ((data.balance === undefined) && (missing0 = "balance"))) || ((data.key === undefined) && (missing0 = "key"))) || ((data.usage === undefined) && (missing0 = "usage"))){
validate102.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((((key0 === "sub_account_id") || (key0 === "agent_id")) || (key0 === "state")) || (key0 === "currency")) || (key0 === "balance")) || (key0 === "key")) || (key0 === "usage"))){
validate102.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.sub_account_id !== undefined){
let data0 = data.sub_account_id;
const _errs2 = errors;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data0 === "string"){
if(!pattern5.test(data0)){
validate102.errors = [{instancePath:instancePath+"/sub_account_id",schemaPath:"../common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate102.errors = [{instancePath:instancePath+"/sub_account_id",schemaPath:"../common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.agent_id !== undefined){
let data1 = data.agent_id;
const _errs5 = errors;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data1 === "string"){
if(!pattern10.test(data1)){
validate102.errors = [{instancePath:instancePath+"/agent_id",schemaPath:"../common.json#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate102.errors = [{instancePath:instancePath+"/agent_id",schemaPath:"../common.json#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.state !== undefined){
let data2 = data.state;
const _errs8 = errors;
if(typeof data2 !== "string"){
validate102.errors = [{instancePath:instancePath+"/state",schemaPath:"#/properties/state/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!(((((data2 === "PENDING_CONFIRMATION") || (data2 === "DENIED")) || (data2 === "ACTIVE")) || (data2 === "FROZEN")) || (data2 === "CLOSED"))){
validate102.errors = [{instancePath:instancePath+"/state",schemaPath:"#/properties/state/enum",keyword:"enum",params:{allowedValues: schema382.properties.state.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.currency !== undefined){
let data3 = data.currency;
const _errs10 = errors;
const _errs11 = errors;
if(errors === _errs11){
if(typeof data3 === "string"){
if(!pattern7.test(data3)){
validate102.errors = [{instancePath:instancePath+"/currency",schemaPath:"../common.json#/$defs/currency/pattern",keyword:"pattern",params:{pattern: "^[A-Z]{3}$"},message:"must match pattern \""+"^[A-Z]{3}$"+"\""}];
return false;
}
}
else {
validate102.errors = [{instancePath:instancePath+"/currency",schemaPath:"../common.json#/$defs/currency/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.balance !== undefined){
let data4 = data.balance;
const _errs13 = errors;
const _errs14 = errors;
if(errors === _errs14){
if(typeof data4 === "string"){
if(!pattern6.test(data4)){
validate102.errors = [{instancePath:instancePath+"/balance",schemaPath:"../common.json#/$defs/amount/pattern",keyword:"pattern",params:{pattern: "^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"},message:"must match pattern \""+"^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"+"\""}];
return false;
}
}
else {
validate102.errors = [{instancePath:instancePath+"/balance",schemaPath:"../common.json#/$defs/amount/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.key !== undefined){
let data5 = data.key;
const _errs16 = errors;
if(errors === _errs16){
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
let missing1;
if(((data5.jkt === undefined) && (missing1 = "jkt")) || ((data5.state === undefined) && (missing1 = "state"))){
validate102.errors = [{instancePath:instancePath+"/key",schemaPath:"#/properties/key/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs18 = errors;
for(const key1 in data5){
if(!((key1 === "jkt") || (key1 === "state"))){
validate102.errors = [{instancePath:instancePath+"/key",schemaPath:"#/properties/key/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs18 === errors){
if(data5.jkt !== undefined){
let data6 = data5.jkt;
const _errs19 = errors;
const _errs20 = errors;
if(errors === _errs20){
if(typeof data6 === "string"){
if(!pattern8.test(data6)){
validate102.errors = [{instancePath:instancePath+"/key/jkt",schemaPath:"../common.json#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""}];
return false;
}
}
else {
validate102.errors = [{instancePath:instancePath+"/key/jkt",schemaPath:"../common.json#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid5 = _errs19 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data5.state !== undefined){
let data7 = data5.state;
const _errs22 = errors;
if(typeof data7 !== "string"){
validate102.errors = [{instancePath:instancePath+"/key/state",schemaPath:"#/properties/key/properties/state/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!(((data7 === "PENDING") || (data7 === "ACTIVE")) || (data7 === "DEAD"))){
validate102.errors = [{instancePath:instancePath+"/key/state",schemaPath:"#/properties/key/properties/state/enum",keyword:"enum",params:{allowedValues: schema382.properties.key.properties.state.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid5 = _errs22 === errors;
}
else {
var valid5 = true;
}
}
}
}
}
else {
validate102.errors = [{instancePath:instancePath+"/key",schemaPath:"#/properties/key/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs16 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.usage !== undefined){
let data8 = data.usage;
const _errs24 = errors;
if(errors === _errs24){
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
let missing2;
if((((data8.payments === undefined) && (missing2 = "payments")) || ((data8.paid === undefined) && (missing2 = "paid"))) || ((data8.refunded === undefined) && (missing2 = "refunded"))){
validate102.errors = [{instancePath:instancePath+"/usage",schemaPath:"#/properties/usage/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"}];
return false;
}
else {
const _errs26 = errors;
for(const key2 in data8){
if(!(((key2 === "payments") || (key2 === "paid")) || (key2 === "refunded"))){
validate102.errors = [{instancePath:instancePath+"/usage",schemaPath:"#/properties/usage/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs26 === errors){
if(data8.payments !== undefined){
let data9 = data8.payments;
const _errs27 = errors;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
validate102.errors = [{instancePath:instancePath+"/usage/payments",schemaPath:"#/properties/usage/properties/payments/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs27){
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 < 0 || isNaN(data9)){
validate102.errors = [{instancePath:instancePath+"/usage/payments",schemaPath:"#/properties/usage/properties/payments/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid7 = _errs27 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data8.paid !== undefined){
let data10 = data8.paid;
const _errs29 = errors;
const _errs30 = errors;
if(errors === _errs30){
if(typeof data10 === "string"){
if(!pattern6.test(data10)){
validate102.errors = [{instancePath:instancePath+"/usage/paid",schemaPath:"../common.json#/$defs/amount/pattern",keyword:"pattern",params:{pattern: "^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"},message:"must match pattern \""+"^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"+"\""}];
return false;
}
}
else {
validate102.errors = [{instancePath:instancePath+"/usage/paid",schemaPath:"../common.json#/$defs/amount/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid7 = _errs29 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data8.refunded !== undefined){
let data11 = data8.refunded;
const _errs32 = errors;
const _errs33 = errors;
if(errors === _errs33){
if(typeof data11 === "string"){
if(!pattern6.test(data11)){
validate102.errors = [{instancePath:instancePath+"/usage/refunded",schemaPath:"../common.json#/$defs/amount/pattern",keyword:"pattern",params:{pattern: "^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"},message:"must match pattern \""+"^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"+"\""}];
return false;
}
}
else {
validate102.errors = [{instancePath:instancePath+"/usage/refunded",schemaPath:"../common.json#/$defs/amount/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid7 = _errs32 === errors;
}
else {
var valid7 = true;
}
}
}
}
}
}
else {
validate102.errors = [{instancePath:instancePath+"/usage",schemaPath:"#/properties/usage/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs24 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
else {
validate102.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate102.errors = vErrors;
return errors === 0;
}

export const validateTaskBody = validate103;
const schema390 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://openact.example/schemas/1/http/task-request.json","title":"TaskBody","description":"What the user wants: words, or a conversation as ACT writes it down.","type":"object","additionalProperties":false,"required":[],"properties":{"utterance":{"type":"string","minLength":1,"maxLength":8000},"conversation_history":{"$ref":"../common.json#/$defs/conversation_history"},"delegator_identity":{"$ref":"../common.json#/$defs/did"},"level":{"const":"act:L1"}},"oneOf":[{"required":["utterance"]},{"required":["conversation_history"]}]};

function validate104(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = false;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.user_intent_raw === undefined) && (missing0 = "user_intent_raw")){
const err0 = {instancePath,schemaPath:"#/anyOf/0/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
var _valid0 = _errs2 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if((data.user_intent_raw_digest === undefined) && (missing1 = "user_intent_raw_digest")){
const err1 = {instancePath,schemaPath:"#/anyOf/1/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
var _valid0 = _errs3 === errors;
valid0 = valid0 || _valid0;
}
if(!valid0){
const err2 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
validate104.errors = vErrors;
return false;
}
else {
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
const _errs4 = errors;
for(const key0 in data){
if(!((((key0 === "user_intent_raw") || (key0 === "user_intent_raw_digest")) || (key0 === "input_mode")) || (key0 === "context_ref"))){
validate104.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs4 === errors){
if(data.user_intent_raw !== undefined){
let data0 = data.user_intent_raw;
const _errs5 = errors;
const _errs6 = errors;
let valid2 = false;
let passing0 = null;
const _errs7 = errors;
if(errors === _errs7){
if(typeof data0 === "string"){
if(func1(data0) > 8000){
const err3 = {instancePath:instancePath+"/user_intent_raw",schemaPath:"#/properties/user_intent_raw/oneOf/0/maxLength",keyword:"maxLength",params:{limit: 8000},message:"must NOT have more than 8000 characters"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
else {
if(func1(data0) < 1){
const err4 = {instancePath:instancePath+"/user_intent_raw",schemaPath:"#/properties/user_intent_raw/oneOf/0/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath:instancePath+"/user_intent_raw",schemaPath:"#/properties/user_intent_raw/oneOf/0/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
var _valid1 = _errs7 === errors;
if(_valid1){
valid2 = true;
passing0 = 0;
}
const _errs9 = errors;
if(errors === _errs9){
if(Array.isArray(data0)){
if(data0.length > 200){
const err6 = {instancePath:instancePath+"/user_intent_raw",schemaPath:"#/properties/user_intent_raw/oneOf/1/maxItems",keyword:"maxItems",params:{limit: 200},message:"must NOT have more than 200 items"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
else {
if(data0.length < 1){
const err7 = {instancePath:instancePath+"/user_intent_raw",schemaPath:"#/properties/user_intent_raw/oneOf/1/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
else {
var valid3 = true;
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
const _errs11 = errors;
if(errors === _errs11){
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
let missing2;
if((((data1.role === undefined) && (missing2 = "role")) || ((data1.content === undefined) && (missing2 = "content"))) || ((data1.create_time === undefined) && (missing2 = "create_time"))){
const err8 = {instancePath:instancePath+"/user_intent_raw/" + i0,schemaPath:"#/properties/user_intent_raw/oneOf/1/items/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
else {
const _errs13 = errors;
for(const key1 in data1){
if(!(((key1 === "role") || (key1 === "content")) || (key1 === "create_time"))){
const err9 = {instancePath:instancePath+"/user_intent_raw/" + i0,schemaPath:"#/properties/user_intent_raw/oneOf/1/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
break;
}
}
if(_errs13 === errors){
if(data1.role !== undefined){
let data2 = data1.role;
const _errs14 = errors;
if(errors === _errs14){
if(typeof data2 === "string"){
if(func1(data2) > 32){
const err10 = {instancePath:instancePath+"/user_intent_raw/" + i0+"/role",schemaPath:"#/properties/user_intent_raw/oneOf/1/items/properties/role/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
else {
if(func1(data2) < 1){
const err11 = {instancePath:instancePath+"/user_intent_raw/" + i0+"/role",schemaPath:"#/properties/user_intent_raw/oneOf/1/items/properties/role/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath:instancePath+"/user_intent_raw/" + i0+"/role",schemaPath:"#/properties/user_intent_raw/oneOf/1/items/properties/role/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
var valid4 = _errs14 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data1.content !== undefined){
let data3 = data1.content;
const _errs16 = errors;
if(errors === _errs16){
if(typeof data3 === "string"){
if(func1(data3) > 8000){
const err13 = {instancePath:instancePath+"/user_intent_raw/" + i0+"/content",schemaPath:"#/properties/user_intent_raw/oneOf/1/items/properties/content/maxLength",keyword:"maxLength",params:{limit: 8000},message:"must NOT have more than 8000 characters"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
else {
if(func1(data3) < 1){
const err14 = {instancePath:instancePath+"/user_intent_raw/" + i0+"/content",schemaPath:"#/properties/user_intent_raw/oneOf/1/items/properties/content/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
else {
const err15 = {instancePath:instancePath+"/user_intent_raw/" + i0+"/content",schemaPath:"#/properties/user_intent_raw/oneOf/1/items/properties/content/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
var valid4 = _errs16 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data1.create_time !== undefined){
let data4 = data1.create_time;
const _errs18 = errors;
const _errs19 = errors;
if(errors === _errs19){
if(typeof data4 === "string"){
if(!pattern9.test(data4)){
const err16 = {instancePath:instancePath+"/user_intent_raw/" + i0+"/create_time",schemaPath:"#/$defs/utc_time/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"+"\""};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/user_intent_raw/" + i0+"/create_time",schemaPath:"#/$defs/utc_time/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
var valid4 = _errs18 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
}
else {
const err18 = {instancePath:instancePath+"/user_intent_raw/" + i0,schemaPath:"#/properties/user_intent_raw/oneOf/1/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
var valid3 = _errs11 === errors;
if(!valid3){
break;
}
}
}
}
}
else {
const err19 = {instancePath:instancePath+"/user_intent_raw",schemaPath:"#/properties/user_intent_raw/oneOf/1/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
var _valid1 = _errs9 === errors;
if(_valid1 && valid2){
valid2 = false;
passing0 = [passing0, 1];
}
else {
if(_valid1){
valid2 = true;
passing0 = 1;
}
}
if(!valid2){
const err20 = {instancePath:instancePath+"/user_intent_raw",schemaPath:"#/properties/user_intent_raw/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
validate104.errors = vErrors;
return false;
}
else {
errors = _errs6;
if(vErrors !== null){
if(_errs6){
vErrors.length = _errs6;
}
else {
vErrors = null;
}
}
}
var valid1 = _errs5 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.user_intent_raw_digest !== undefined){
let data5 = data.user_intent_raw_digest;
const _errs21 = errors;
const _errs22 = errors;
if(errors === _errs22){
if(typeof data5 === "string"){
if(!pattern8.test(data5)){
validate104.errors = [{instancePath:instancePath+"/user_intent_raw_digest",schemaPath:"#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""}];
return false;
}
}
else {
validate104.errors = [{instancePath:instancePath+"/user_intent_raw_digest",schemaPath:"#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid1 = _errs21 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.input_mode !== undefined){
let data6 = data.input_mode;
const _errs24 = errors;
if(errors === _errs24){
if(Array.isArray(data6)){
if(data6.length > 5){
validate104.errors = [{instancePath:instancePath+"/input_mode",schemaPath:"#/properties/input_mode/maxItems",keyword:"maxItems",params:{limit: 5},message:"must NOT have more than 5 items"}];
return false;
}
else {
if(data6.length < 1){
validate104.errors = [{instancePath:instancePath+"/input_mode",schemaPath:"#/properties/input_mode/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid7 = true;
const len1 = data6.length;
for(let i1=0; i1<len1; i1++){
let data7 = data6[i1];
const _errs26 = errors;
if(typeof data7 !== "string"){
validate104.errors = [{instancePath:instancePath+"/input_mode/" + i1,schemaPath:"#/properties/input_mode/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!(((((data7 === "TEXT") || (data7 === "VOICE")) || (data7 === "IMAGE")) || (data7 === "INTERACTIVE_CARD")) || (data7 === "OTHER"))){
validate104.errors = [{instancePath:instancePath+"/input_mode/" + i1,schemaPath:"#/properties/input_mode/items/enum",keyword:"enum",params:{allowedValues: schema98.properties.input_mode.items.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid7 = _errs26 === errors;
if(!valid7){
break;
}
}
if(valid7){
let i2 = data6.length;
let j0;
if(i2 > 1){
const indices0 = {};
for(;i2--;){
let item0 = data6[i2];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
validate104.errors = [{instancePath:instancePath+"/input_mode",schemaPath:"#/properties/input_mode/uniqueItems",keyword:"uniqueItems",params:{i: i2, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i2+" are identical)"}];
return false;
break;
}
indices0[item0] = i2;
}
}
}
}
}
}
else {
validate104.errors = [{instancePath:instancePath+"/input_mode",schemaPath:"#/properties/input_mode/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid1 = _errs24 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.context_ref !== undefined){
let data8 = data.context_ref;
const _errs28 = errors;
if(errors === _errs28){
if(typeof data8 === "string"){
if(func1(data8) > 512){
validate104.errors = [{instancePath:instancePath+"/context_ref",schemaPath:"#/properties/context_ref/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters"}];
return false;
}
else {
if(func1(data8) < 1){
validate104.errors = [{instancePath:instancePath+"/context_ref",schemaPath:"#/properties/context_ref/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate104.errors = [{instancePath:instancePath+"/context_ref",schemaPath:"#/properties/context_ref/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid1 = _errs28 === errors;
}
else {
var valid1 = true;
}
if(valid1){
let missing3;
if(data.user_intent_raw_digest !== undefined && ((data.context_ref === undefined) && (missing3 = "context_ref"))){
validate104.errors = [{instancePath,schemaPath:"#/dependentRequired",keyword:"dependentRequired",params:{property: "user_intent_raw_digest",
    missingProperty: missing3,
    depsCount: 1,
    deps: "context_ref"},message:"must have property context_ref when property user_intent_raw_digest is present"}];
return false;
}
}
}
}
}
}
}
else {
validate104.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate104.errors = vErrors;
return errors === 0;
}


function validate103(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://openact.example/schemas/1/http/task-request.json" */;
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = false;
let passing0 = null;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.utterance === undefined) && (missing0 = "utterance")){
const err0 = {instancePath,schemaPath:"#/oneOf/0/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
var _valid0 = _errs2 === errors;
if(_valid0){
valid0 = true;
passing0 = 0;
}
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if((data.conversation_history === undefined) && (missing1 = "conversation_history")){
const err1 = {instancePath,schemaPath:"#/oneOf/1/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
var _valid0 = _errs3 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid0 = true;
passing0 = 1;
}
}
if(!valid0){
const err2 = {instancePath,schemaPath:"#/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
validate103.errors = vErrors;
return false;
}
else {
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
const _errs4 = errors;
for(const key0 in data){
if(!((((key0 === "utterance") || (key0 === "conversation_history")) || (key0 === "delegator_identity")) || (key0 === "level"))){
validate103.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs4 === errors){
if(data.utterance !== undefined){
let data0 = data.utterance;
const _errs5 = errors;
if(errors === _errs5){
if(typeof data0 === "string"){
if(func1(data0) > 8000){
validate103.errors = [{instancePath:instancePath+"/utterance",schemaPath:"#/properties/utterance/maxLength",keyword:"maxLength",params:{limit: 8000},message:"must NOT have more than 8000 characters"}];
return false;
}
else {
if(func1(data0) < 1){
validate103.errors = [{instancePath:instancePath+"/utterance",schemaPath:"#/properties/utterance/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate103.errors = [{instancePath:instancePath+"/utterance",schemaPath:"#/properties/utterance/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid1 = _errs5 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.conversation_history !== undefined){
const _errs7 = errors;
if(!(validate104(data.conversation_history, {instancePath:instancePath+"/conversation_history",parentData:data,parentDataProperty:"conversation_history",rootData}))){
vErrors = vErrors === null ? validate104.errors : vErrors.concat(validate104.errors);
errors = vErrors.length;
}
var valid1 = _errs7 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.delegator_identity !== undefined){
let data2 = data.delegator_identity;
const _errs8 = errors;
const _errs9 = errors;
if(errors === _errs9){
if(typeof data2 === "string"){
if(!pattern10.test(data2)){
validate103.errors = [{instancePath:instancePath+"/delegator_identity",schemaPath:"../common.json#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate103.errors = [{instancePath:instancePath+"/delegator_identity",schemaPath:"../common.json#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid1 = _errs8 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.level !== undefined){
const _errs11 = errors;
if("act:L1" !== data.level){
validate103.errors = [{instancePath:instancePath+"/level",schemaPath:"#/properties/level/const",keyword:"const",params:{allowedValue: "act:L1"},message:"must be equal to constant"}];
return false;
}
var valid1 = _errs11 === errors;
}
else {
var valid1 = true;
}
}
}
}
}
}
else {
validate103.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate103.errors = vErrors;
return errors === 0;
}

export const validateToolRequestBody = validate106;
const schema395 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://openact.example/schemas/1/http/tool-request.json","title":"ToolRequestBody","type":"object","additionalProperties":false,"required":["delegator_identity","limits","agent_attestation","command"],"properties":{"delegator_identity":{"$ref":"../common.json#/$defs/did"},"limits":{"type":"object","additionalProperties":false,"required":["currency","max_amount","valid_until"],"properties":{"currency":{"$ref":"../common.json#/$defs/currency"},"max_amount":{"$ref":"../common.json#/$defs/amount"},"valid_until":{"$ref":"../common.json#/$defs/utc_time"},"merchants":{"type":"array","items":{"$ref":"../common.json#/$defs/did"},"minItems":1,"maxItems":64,"uniqueItems":true},"confirm_each":{"description":"The user confirms every order that this pays for (AI card).","const":true}}},"agent_attestation":{"$ref":"../common.json#/$defs/compact_jws"},"command":{"$ref":"../common.json#/$defs/compact_jws","description":"act-command+jwt, action tool.request; target = a new request id; params.digest = digest of the limits object."}}};

function validate106(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://openact.example/schemas/1/http/tool-request.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.delegator_identity === undefined) && (missing0 = "delegator_identity")) || ((data.limits === undefined) && (missing0 = "limits"))) || ((data.agent_attestation === undefined) && (missing0 = "agent_attestation"))) || ((data.command === undefined) && (missing0 = "command"))){
validate106.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((key0 === "delegator_identity") || (key0 === "limits")) || (key0 === "agent_attestation")) || (key0 === "command"))){
validate106.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.delegator_identity !== undefined){
let data0 = data.delegator_identity;
const _errs2 = errors;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data0 === "string"){
if(!pattern10.test(data0)){
validate106.errors = [{instancePath:instancePath+"/delegator_identity",schemaPath:"../common.json#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate106.errors = [{instancePath:instancePath+"/delegator_identity",schemaPath:"../common.json#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.limits !== undefined){
let data1 = data.limits;
const _errs5 = errors;
if(errors === _errs5){
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
let missing1;
if((((data1.currency === undefined) && (missing1 = "currency")) || ((data1.max_amount === undefined) && (missing1 = "max_amount"))) || ((data1.valid_until === undefined) && (missing1 = "valid_until"))){
validate106.errors = [{instancePath:instancePath+"/limits",schemaPath:"#/properties/limits/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs7 = errors;
for(const key1 in data1){
if(!(((((key1 === "currency") || (key1 === "max_amount")) || (key1 === "valid_until")) || (key1 === "merchants")) || (key1 === "confirm_each"))){
validate106.errors = [{instancePath:instancePath+"/limits",schemaPath:"#/properties/limits/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs7 === errors){
if(data1.currency !== undefined){
let data2 = data1.currency;
const _errs8 = errors;
const _errs9 = errors;
if(errors === _errs9){
if(typeof data2 === "string"){
if(!pattern7.test(data2)){
validate106.errors = [{instancePath:instancePath+"/limits/currency",schemaPath:"../common.json#/$defs/currency/pattern",keyword:"pattern",params:{pattern: "^[A-Z]{3}$"},message:"must match pattern \""+"^[A-Z]{3}$"+"\""}];
return false;
}
}
else {
validate106.errors = [{instancePath:instancePath+"/limits/currency",schemaPath:"../common.json#/$defs/currency/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs8 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.max_amount !== undefined){
let data3 = data1.max_amount;
const _errs11 = errors;
const _errs12 = errors;
if(errors === _errs12){
if(typeof data3 === "string"){
if(!pattern6.test(data3)){
validate106.errors = [{instancePath:instancePath+"/limits/max_amount",schemaPath:"../common.json#/$defs/amount/pattern",keyword:"pattern",params:{pattern: "^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"},message:"must match pattern \""+"^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"+"\""}];
return false;
}
}
else {
validate106.errors = [{instancePath:instancePath+"/limits/max_amount",schemaPath:"../common.json#/$defs/amount/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs11 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.valid_until !== undefined){
let data4 = data1.valid_until;
const _errs14 = errors;
const _errs15 = errors;
if(errors === _errs15){
if(typeof data4 === "string"){
if(!pattern9.test(data4)){
validate106.errors = [{instancePath:instancePath+"/limits/valid_until",schemaPath:"../common.json#/$defs/utc_time/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"+"\""}];
return false;
}
}
else {
validate106.errors = [{instancePath:instancePath+"/limits/valid_until",schemaPath:"../common.json#/$defs/utc_time/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs14 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.merchants !== undefined){
let data5 = data1.merchants;
const _errs17 = errors;
if(errors === _errs17){
if(Array.isArray(data5)){
if(data5.length > 64){
validate106.errors = [{instancePath:instancePath+"/limits/merchants",schemaPath:"#/properties/limits/properties/merchants/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"}];
return false;
}
else {
if(data5.length < 1){
validate106.errors = [{instancePath:instancePath+"/limits/merchants",schemaPath:"#/properties/limits/properties/merchants/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid6 = true;
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
let data6 = data5[i0];
const _errs19 = errors;
const _errs20 = errors;
if(errors === _errs20){
if(typeof data6 === "string"){
if(!pattern10.test(data6)){
validate106.errors = [{instancePath:instancePath+"/limits/merchants/" + i0,schemaPath:"../common.json#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate106.errors = [{instancePath:instancePath+"/limits/merchants/" + i0,schemaPath:"../common.json#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid6 = _errs19 === errors;
if(!valid6){
break;
}
}
if(valid6){
let i1 = data5.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data5[i1], data5[j0])){
validate106.errors = [{instancePath:instancePath+"/limits/merchants",schemaPath:"#/properties/limits/properties/merchants/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)"}];
return false;
break outer0;
}
}
}
}
}
}
}
}
else {
validate106.errors = [{instancePath:instancePath+"/limits/merchants",schemaPath:"#/properties/limits/properties/merchants/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid2 = _errs17 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.confirm_each !== undefined){
const _errs22 = errors;
if(true !== data1.confirm_each){
validate106.errors = [{instancePath:instancePath+"/limits/confirm_each",schemaPath:"#/properties/limits/properties/confirm_each/const",keyword:"const",params:{allowedValue: true},message:"must be equal to constant"}];
return false;
}
var valid2 = _errs22 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
}
}
}
else {
validate106.errors = [{instancePath:instancePath+"/limits",schemaPath:"#/properties/limits/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.agent_attestation !== undefined){
let data8 = data.agent_attestation;
const _errs23 = errors;
const _errs24 = errors;
if(errors === _errs24){
if(typeof data8 === "string"){
if(func1(data8) > 16384){
validate106.errors = [{instancePath:instancePath+"/agent_attestation",schemaPath:"../common.json#/$defs/compact_jws/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters"}];
return false;
}
else {
if(!pattern12.test(data8)){
validate106.errors = [{instancePath:instancePath+"/agent_attestation",schemaPath:"../common.json#/$defs/compact_jws/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"+"\""}];
return false;
}
}
}
else {
validate106.errors = [{instancePath:instancePath+"/agent_attestation",schemaPath:"../common.json#/$defs/compact_jws/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs23 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.command !== undefined){
let data9 = data.command;
const _errs26 = errors;
const _errs27 = errors;
if(errors === _errs27){
if(typeof data9 === "string"){
if(func1(data9) > 16384){
validate106.errors = [{instancePath:instancePath+"/command",schemaPath:"../common.json#/$defs/compact_jws/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters"}];
return false;
}
else {
if(!pattern12.test(data9)){
validate106.errors = [{instancePath:instancePath+"/command",schemaPath:"../common.json#/$defs/compact_jws/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"+"\""}];
return false;
}
}
}
else {
validate106.errors = [{instancePath:instancePath+"/command",schemaPath:"../common.json#/$defs/compact_jws/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs26 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
else {
validate106.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate106.errors = vErrors;
return errors === 0;
}

export const validateValidationAnswer = validate107;
const schema403 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://openact.example/schemas/1/http/validation-answer.json","title":"ValidationAnswer","description":"A payment service vouches for a proof of payment at this moment.","type":"object","additionalProperties":false,"required":["trade_no","out_trade_no","state","receipt_digest","refunded_total","currency"],"properties":{"trade_no":{"$ref":"../common.json#/$defs/id"},"out_trade_no":{"$ref":"../common.json#/$defs/id"},"state":{"$ref":"../common.json#/$defs/trade_state"},"receipt_digest":{"$ref":"../common.json#/$defs/digest"},"refunded_total":{"$ref":"../common.json#/$defs/amount"},"currency":{"$ref":"../common.json#/$defs/currency"}}};

function validate107(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://openact.example/schemas/1/http/validation-answer.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((data.trade_no === undefined) && (missing0 = "trade_no")) || ((data.out_trade_no === undefined) && (missing0 = "out_trade_no"))) || ((data.state === undefined) && (missing0 = "state"))) || ((data.receipt_digest === undefined) && (missing0 = "receipt_digest"))) || ((data.refunded_total === undefined) && (missing0 = "refunded_total"))) || ((data.currency === undefined) && (missing0 = "currency"))){
validate107.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((((key0 === "trade_no") || (key0 === "out_trade_no")) || (key0 === "state")) || (key0 === "receipt_digest")) || (key0 === "refunded_total")) || (key0 === "currency"))){
validate107.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.trade_no !== undefined){
let data0 = data.trade_no;
const _errs2 = errors;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data0 === "string"){
if(!pattern5.test(data0)){
validate107.errors = [{instancePath:instancePath+"/trade_no",schemaPath:"../common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate107.errors = [{instancePath:instancePath+"/trade_no",schemaPath:"../common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.out_trade_no !== undefined){
let data1 = data.out_trade_no;
const _errs5 = errors;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data1 === "string"){
if(!pattern5.test(data1)){
validate107.errors = [{instancePath:instancePath+"/out_trade_no",schemaPath:"../common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate107.errors = [{instancePath:instancePath+"/out_trade_no",schemaPath:"../common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.state !== undefined){
let data2 = data.state;
const _errs8 = errors;
if(typeof data2 !== "string"){
validate107.errors = [{instancePath:instancePath+"/state",schemaPath:"../common.json#/$defs/trade_state/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!((((((data2 === "CREATE") || (data2 === "WAIT_BUYER_PAY")) || (data2 === "WAIT_SELLER_FULFILLMENT")) || (data2 === "WAIT_BUYER_RECEIPT")) || (data2 === "TRADE_FINISHED")) || (data2 === "TRADE_CLOSED"))){
validate107.errors = [{instancePath:instancePath+"/state",schemaPath:"../common.json#/$defs/trade_state/enum",keyword:"enum",params:{allowedValues: schema52.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.receipt_digest !== undefined){
let data3 = data.receipt_digest;
const _errs11 = errors;
const _errs12 = errors;
if(errors === _errs12){
if(typeof data3 === "string"){
if(!pattern8.test(data3)){
validate107.errors = [{instancePath:instancePath+"/receipt_digest",schemaPath:"../common.json#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""}];
return false;
}
}
else {
validate107.errors = [{instancePath:instancePath+"/receipt_digest",schemaPath:"../common.json#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.refunded_total !== undefined){
let data4 = data.refunded_total;
const _errs14 = errors;
const _errs15 = errors;
if(errors === _errs15){
if(typeof data4 === "string"){
if(!pattern6.test(data4)){
validate107.errors = [{instancePath:instancePath+"/refunded_total",schemaPath:"../common.json#/$defs/amount/pattern",keyword:"pattern",params:{pattern: "^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"},message:"must match pattern \""+"^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"+"\""}];
return false;
}
}
else {
validate107.errors = [{instancePath:instancePath+"/refunded_total",schemaPath:"../common.json#/$defs/amount/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.currency !== undefined){
let data5 = data.currency;
const _errs17 = errors;
const _errs18 = errors;
if(errors === _errs18){
if(typeof data5 === "string"){
if(!pattern7.test(data5)){
validate107.errors = [{instancePath:instancePath+"/currency",schemaPath:"../common.json#/$defs/currency/pattern",keyword:"pattern",params:{pattern: "^[A-Z]{3}$"},message:"must match pattern \""+"^[A-Z]{3}$"+"\""}];
return false;
}
}
else {
validate107.errors = [{instancePath:instancePath+"/currency",schemaPath:"../common.json#/$defs/currency/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
else {
validate107.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate107.errors = vErrors;
return errors === 0;
}

export const validateIacPayload = validate30;

export const validateIntent = validate43;

export const validateMandateCredential = validate108;
const schema410 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://openact.example/schemas/1/mandate-credential.json","title":"MandateCredential","description":"The same mandate as a W3C verifiable credential (VC-JWT, typ vc+jwt): a second encoding, with the JWT claims that the VC data model has no place for beside it.","type":"object","additionalProperties":false,"required":["@context","type","issuer","validFrom","validUntil","credentialStatus","credentialSubject","jti","iat","aud","cnf","confirmation_digest"],"properties":{"@context":{"const":["https://www.w3.org/ns/credentials/v2"]},"type":{"const":["VerifiableCredential","IntentAuthorizationCredential"]},"issuer":{"$ref":"common.json#/$defs/did"},"validFrom":{"$ref":"common.json#/$defs/utc_time"},"validUntil":{"$ref":"common.json#/$defs/utc_time"},"credentialStatus":{"type":"object","additionalProperties":false,"required":["type","idx","uri"],"properties":{"type":{"const":"TokenStatusListEntry"},"idx":{"type":"integer","minimum":0,"maximum":16777215},"uri":{"$ref":"common.json#/$defs/url"}}},"credentialSubject":{"type":"object","additionalProperties":false,"required":["id","iac"],"properties":{"id":{"$ref":"common.json#/$defs/did","description":"The delegator."},"iac":{"$ref":"iac.json"}}},"jti":{"$ref":"common.json#/$defs/id"},"iat":{"$ref":"common.json#/$defs/numeric_date"},"aud":{"$ref":"common.json#/$defs/did"},"cnf":{"type":"object","additionalProperties":false,"required":["jkt"],"properties":{"jkt":{"$ref":"common.json#/$defs/digest"}}},"confirmation_digest":{"$ref":"common.json#/$defs/digest"},"control_proof_ref":{"type":"string","minLength":1,"maxLength":256}}};

function validate108(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://openact.example/schemas/1/mandate-credential.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((((((((data["@context"] === undefined) && (missing0 = "@context")) || ((data.type === undefined) && (missing0 = "type"))) || ((data.issuer === undefined) && (missing0 = "issuer"))) || ((data.validFrom === undefined) && (missing0 = "validFrom"))) || ((data.validUntil === undefined) && (missing0 = "validUntil"))) || ((data.credentialStatus === undefined) && (missing0 = "credentialStatus"))) || ((data.credentialSubject === undefined) && (missing0 = "credentialSubject"))) || ((data.jti === undefined) && (missing0 = "jti"))) || ((data.iat === undefined) && (missing0 = "iat"))) || ((data.aud === undefined) && (missing0 = "aud"))) || ((data.cnf === undefined) && (missing0 = "cnf"))) || ((data.confirmation_digest === undefined) && (missing0 = "confirmation_digest"))){
validate108.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func6.call(schema410.properties, key0))){
validate108.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data["@context"] !== undefined){
const _errs2 = errors;
if(!func0(data["@context"], schema410.properties["@context"].const)){
validate108.errors = [{instancePath:instancePath+"/@context",schemaPath:"#/properties/%40context/const",keyword:"const",params:{allowedValue: schema410.properties["@context"].const},message:"must be equal to constant"}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.type !== undefined){
const _errs3 = errors;
if(!func0(data.type, schema410.properties.type.const)){
validate108.errors = [{instancePath:instancePath+"/type",schemaPath:"#/properties/type/const",keyword:"const",params:{allowedValue: schema410.properties.type.const},message:"must be equal to constant"}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.issuer !== undefined){
let data2 = data.issuer;
const _errs4 = errors;
const _errs5 = errors;
if(errors === _errs5){
if(typeof data2 === "string"){
if(!pattern10.test(data2)){
validate108.errors = [{instancePath:instancePath+"/issuer",schemaPath:"common.json#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate108.errors = [{instancePath:instancePath+"/issuer",schemaPath:"common.json#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.validFrom !== undefined){
let data3 = data.validFrom;
const _errs7 = errors;
const _errs8 = errors;
if(errors === _errs8){
if(typeof data3 === "string"){
if(!pattern9.test(data3)){
validate108.errors = [{instancePath:instancePath+"/validFrom",schemaPath:"common.json#/$defs/utc_time/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"+"\""}];
return false;
}
}
else {
validate108.errors = [{instancePath:instancePath+"/validFrom",schemaPath:"common.json#/$defs/utc_time/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.validUntil !== undefined){
let data4 = data.validUntil;
const _errs10 = errors;
const _errs11 = errors;
if(errors === _errs11){
if(typeof data4 === "string"){
if(!pattern9.test(data4)){
validate108.errors = [{instancePath:instancePath+"/validUntil",schemaPath:"common.json#/$defs/utc_time/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"+"\""}];
return false;
}
}
else {
validate108.errors = [{instancePath:instancePath+"/validUntil",schemaPath:"common.json#/$defs/utc_time/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.credentialStatus !== undefined){
let data5 = data.credentialStatus;
const _errs13 = errors;
if(errors === _errs13){
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
let missing1;
if((((data5.type === undefined) && (missing1 = "type")) || ((data5.idx === undefined) && (missing1 = "idx"))) || ((data5.uri === undefined) && (missing1 = "uri"))){
validate108.errors = [{instancePath:instancePath+"/credentialStatus",schemaPath:"#/properties/credentialStatus/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs15 = errors;
for(const key1 in data5){
if(!(((key1 === "type") || (key1 === "idx")) || (key1 === "uri"))){
validate108.errors = [{instancePath:instancePath+"/credentialStatus",schemaPath:"#/properties/credentialStatus/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs15 === errors){
if(data5.type !== undefined){
const _errs16 = errors;
if("TokenStatusListEntry" !== data5.type){
validate108.errors = [{instancePath:instancePath+"/credentialStatus/type",schemaPath:"#/properties/credentialStatus/properties/type/const",keyword:"const",params:{allowedValue: "TokenStatusListEntry"},message:"must be equal to constant"}];
return false;
}
var valid4 = _errs16 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data5.idx !== undefined){
let data7 = data5.idx;
const _errs17 = errors;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
validate108.errors = [{instancePath:instancePath+"/credentialStatus/idx",schemaPath:"#/properties/credentialStatus/properties/idx/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs17){
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 > 16777215 || isNaN(data7)){
validate108.errors = [{instancePath:instancePath+"/credentialStatus/idx",schemaPath:"#/properties/credentialStatus/properties/idx/maximum",keyword:"maximum",params:{comparison: "<=", limit: 16777215},message:"must be <= 16777215"}];
return false;
}
else {
if(data7 < 0 || isNaN(data7)){
validate108.errors = [{instancePath:instancePath+"/credentialStatus/idx",schemaPath:"#/properties/credentialStatus/properties/idx/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
}
var valid4 = _errs17 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data5.uri !== undefined){
let data8 = data5.uri;
const _errs19 = errors;
const _errs20 = errors;
if(errors === _errs20){
if(typeof data8 === "string"){
if(func1(data8) > 512){
validate108.errors = [{instancePath:instancePath+"/credentialStatus/uri",schemaPath:"common.json#/$defs/url/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters"}];
return false;
}
else {
if(!pattern150.test(data8)){
validate108.errors = [{instancePath:instancePath+"/credentialStatus/uri",schemaPath:"common.json#/$defs/url/pattern",keyword:"pattern",params:{pattern: "^https?://[!-~]+$"},message:"must match pattern \""+"^https?://[!-~]+$"+"\""}];
return false;
}
}
}
else {
validate108.errors = [{instancePath:instancePath+"/credentialStatus/uri",schemaPath:"common.json#/$defs/url/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid4 = _errs19 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
}
else {
validate108.errors = [{instancePath:instancePath+"/credentialStatus",schemaPath:"#/properties/credentialStatus/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.credentialSubject !== undefined){
let data9 = data.credentialSubject;
const _errs22 = errors;
if(errors === _errs22){
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
let missing2;
if(((data9.id === undefined) && (missing2 = "id")) || ((data9.iac === undefined) && (missing2 = "iac"))){
validate108.errors = [{instancePath:instancePath+"/credentialSubject",schemaPath:"#/properties/credentialSubject/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"}];
return false;
}
else {
const _errs24 = errors;
for(const key2 in data9){
if(!((key2 === "id") || (key2 === "iac"))){
validate108.errors = [{instancePath:instancePath+"/credentialSubject",schemaPath:"#/properties/credentialSubject/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs24 === errors){
if(data9.id !== undefined){
let data10 = data9.id;
const _errs25 = errors;
const _errs26 = errors;
if(errors === _errs26){
if(typeof data10 === "string"){
if(!pattern10.test(data10)){
validate108.errors = [{instancePath:instancePath+"/credentialSubject/id",schemaPath:"common.json#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate108.errors = [{instancePath:instancePath+"/credentialSubject/id",schemaPath:"common.json#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid6 = _errs25 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data9.iac !== undefined){
const _errs28 = errors;
if(!(validate30(data9.iac, {instancePath:instancePath+"/credentialSubject/iac",parentData:data9,parentDataProperty:"iac",rootData}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
errors = vErrors.length;
}
var valid6 = _errs28 === errors;
}
else {
var valid6 = true;
}
}
}
}
}
else {
validate108.errors = [{instancePath:instancePath+"/credentialSubject",schemaPath:"#/properties/credentialSubject/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs22 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.jti !== undefined){
let data12 = data.jti;
const _errs29 = errors;
const _errs30 = errors;
if(errors === _errs30){
if(typeof data12 === "string"){
if(!pattern5.test(data12)){
validate108.errors = [{instancePath:instancePath+"/jti",schemaPath:"common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate108.errors = [{instancePath:instancePath+"/jti",schemaPath:"common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs29 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.iat !== undefined){
let data13 = data.iat;
const _errs32 = errors;
const _errs33 = errors;
if(!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13)))){
validate108.errors = [{instancePath:instancePath+"/iat",schemaPath:"common.json#/$defs/numeric_date/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs33){
if((typeof data13 == "number") && (isFinite(data13))){
if(data13 > 253402300799 || isNaN(data13)){
validate108.errors = [{instancePath:instancePath+"/iat",schemaPath:"common.json#/$defs/numeric_date/maximum",keyword:"maximum",params:{comparison: "<=", limit: 253402300799},message:"must be <= 253402300799"}];
return false;
}
else {
if(data13 < 0 || isNaN(data13)){
validate108.errors = [{instancePath:instancePath+"/iat",schemaPath:"common.json#/$defs/numeric_date/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
}
var valid0 = _errs32 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.aud !== undefined){
let data14 = data.aud;
const _errs35 = errors;
const _errs36 = errors;
if(errors === _errs36){
if(typeof data14 === "string"){
if(!pattern10.test(data14)){
validate108.errors = [{instancePath:instancePath+"/aud",schemaPath:"common.json#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate108.errors = [{instancePath:instancePath+"/aud",schemaPath:"common.json#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs35 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.cnf !== undefined){
let data15 = data.cnf;
const _errs38 = errors;
if(errors === _errs38){
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
let missing3;
if((data15.jkt === undefined) && (missing3 = "jkt")){
validate108.errors = [{instancePath:instancePath+"/cnf",schemaPath:"#/properties/cnf/required",keyword:"required",params:{missingProperty: missing3},message:"must have required property '"+missing3+"'"}];
return false;
}
else {
const _errs40 = errors;
for(const key3 in data15){
if(!(key3 === "jkt")){
validate108.errors = [{instancePath:instancePath+"/cnf",schemaPath:"#/properties/cnf/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs40 === errors){
if(data15.jkt !== undefined){
let data16 = data15.jkt;
const _errs42 = errors;
if(errors === _errs42){
if(typeof data16 === "string"){
if(!pattern8.test(data16)){
validate108.errors = [{instancePath:instancePath+"/cnf/jkt",schemaPath:"common.json#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""}];
return false;
}
}
else {
validate108.errors = [{instancePath:instancePath+"/cnf/jkt",schemaPath:"common.json#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
}
}
}
}
else {
validate108.errors = [{instancePath:instancePath+"/cnf",schemaPath:"#/properties/cnf/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs38 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.confirmation_digest !== undefined){
let data17 = data.confirmation_digest;
const _errs44 = errors;
const _errs45 = errors;
if(errors === _errs45){
if(typeof data17 === "string"){
if(!pattern8.test(data17)){
validate108.errors = [{instancePath:instancePath+"/confirmation_digest",schemaPath:"common.json#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""}];
return false;
}
}
else {
validate108.errors = [{instancePath:instancePath+"/confirmation_digest",schemaPath:"common.json#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs44 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.control_proof_ref !== undefined){
let data18 = data.control_proof_ref;
const _errs47 = errors;
if(errors === _errs47){
if(typeof data18 === "string"){
if(func1(data18) > 256){
validate108.errors = [{instancePath:instancePath+"/control_proof_ref",schemaPath:"#/properties/control_proof_ref/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"}];
return false;
}
else {
if(func1(data18) < 1){
validate108.errors = [{instancePath:instancePath+"/control_proof_ref",schemaPath:"#/properties/control_proof_ref/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate108.errors = [{instancePath:instancePath+"/control_proof_ref",schemaPath:"#/properties/control_proof_ref/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs47 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate108.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate108.errors = vErrors;
return errors === 0;
}

export const validateMandateClaims = validate110;
const schema421 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://openact.example/schemas/1/mandate.json","title":"MandateClaims","description":"Claims of act-mandate+jwt: an IAC made out to exactly one payment service.","type":"object","additionalProperties":false,"required":["iss","jti","iat","exp","sub","aud","nbf","cnf","status","confirmation_digest","iac"],"properties":{"iss":{"$ref":"common.json#/$defs/did"},"jti":{"$ref":"common.json#/$defs/id"},"iat":{"$ref":"common.json#/$defs/numeric_date"},"exp":{"$ref":"common.json#/$defs/numeric_date"},"sub":{"$ref":"common.json#/$defs/did"},"aud":{"$ref":"common.json#/$defs/did"},"nbf":{"$ref":"common.json#/$defs/numeric_date"},"cnf":{"type":"object","description":"Thumbprint of the agent's key (RFC 7638).","additionalProperties":false,"required":["jkt"],"properties":{"jkt":{"$ref":"common.json#/$defs/digest"}}},"status":{"type":"object","description":"status_reference: a Token Status List entry.","additionalProperties":false,"required":["status_list"],"properties":{"status_list":{"type":"object","additionalProperties":false,"required":["idx","uri"],"properties":{"idx":{"type":"integer","minimum":0,"maximum":16777215},"uri":{"$ref":"common.json#/$defs/url"}}}}},"confirmation_digest":{"$ref":"common.json#/$defs/digest","description":"Digest of the user's act-confirmation+jwt."},"iac":{"$ref":"iac.json"},"control_proof_ref":{"type":"string","description":"Reference to a control proof of the signing call.","minLength":1,"maxLength":256}}};

function validate110(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://openact.example/schemas/1/mandate.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((((((data.iss === undefined) && (missing0 = "iss")) || ((data.jti === undefined) && (missing0 = "jti"))) || ((data.iat === undefined) && (missing0 = "iat"))) || ((data.exp === undefined) && (missing0 = "exp"))) || ((data.sub === undefined) && (missing0 = "sub"))) || ((data.aud === undefined) && (missing0 = "aud"))) || ((data.nbf === undefined) && (missing0 = "nbf"))) || ((data.cnf === undefined) && (missing0 = "cnf"))) || ((data.status === undefined) && (missing0 = "status"))) || ((data.confirmation_digest === undefined) && (missing0 = "confirmation_digest"))) || ((data.iac === undefined) && (missing0 = "iac"))){
validate110.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func6.call(schema421.properties, key0))){
validate110.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.iss !== undefined){
let data0 = data.iss;
const _errs2 = errors;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data0 === "string"){
if(!pattern10.test(data0)){
validate110.errors = [{instancePath:instancePath+"/iss",schemaPath:"common.json#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate110.errors = [{instancePath:instancePath+"/iss",schemaPath:"common.json#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.jti !== undefined){
let data1 = data.jti;
const _errs5 = errors;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data1 === "string"){
if(!pattern5.test(data1)){
validate110.errors = [{instancePath:instancePath+"/jti",schemaPath:"common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate110.errors = [{instancePath:instancePath+"/jti",schemaPath:"common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.iat !== undefined){
let data2 = data.iat;
const _errs8 = errors;
const _errs9 = errors;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
validate110.errors = [{instancePath:instancePath+"/iat",schemaPath:"common.json#/$defs/numeric_date/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs9){
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 253402300799 || isNaN(data2)){
validate110.errors = [{instancePath:instancePath+"/iat",schemaPath:"common.json#/$defs/numeric_date/maximum",keyword:"maximum",params:{comparison: "<=", limit: 253402300799},message:"must be <= 253402300799"}];
return false;
}
else {
if(data2 < 0 || isNaN(data2)){
validate110.errors = [{instancePath:instancePath+"/iat",schemaPath:"common.json#/$defs/numeric_date/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.exp !== undefined){
let data3 = data.exp;
const _errs11 = errors;
const _errs12 = errors;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
validate110.errors = [{instancePath:instancePath+"/exp",schemaPath:"common.json#/$defs/numeric_date/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs12){
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 253402300799 || isNaN(data3)){
validate110.errors = [{instancePath:instancePath+"/exp",schemaPath:"common.json#/$defs/numeric_date/maximum",keyword:"maximum",params:{comparison: "<=", limit: 253402300799},message:"must be <= 253402300799"}];
return false;
}
else {
if(data3 < 0 || isNaN(data3)){
validate110.errors = [{instancePath:instancePath+"/exp",schemaPath:"common.json#/$defs/numeric_date/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sub !== undefined){
let data4 = data.sub;
const _errs14 = errors;
const _errs15 = errors;
if(errors === _errs15){
if(typeof data4 === "string"){
if(!pattern10.test(data4)){
validate110.errors = [{instancePath:instancePath+"/sub",schemaPath:"common.json#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate110.errors = [{instancePath:instancePath+"/sub",schemaPath:"common.json#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.aud !== undefined){
let data5 = data.aud;
const _errs17 = errors;
const _errs18 = errors;
if(errors === _errs18){
if(typeof data5 === "string"){
if(!pattern10.test(data5)){
validate110.errors = [{instancePath:instancePath+"/aud",schemaPath:"common.json#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate110.errors = [{instancePath:instancePath+"/aud",schemaPath:"common.json#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.nbf !== undefined){
let data6 = data.nbf;
const _errs20 = errors;
const _errs21 = errors;
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
validate110.errors = [{instancePath:instancePath+"/nbf",schemaPath:"common.json#/$defs/numeric_date/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs21){
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 > 253402300799 || isNaN(data6)){
validate110.errors = [{instancePath:instancePath+"/nbf",schemaPath:"common.json#/$defs/numeric_date/maximum",keyword:"maximum",params:{comparison: "<=", limit: 253402300799},message:"must be <= 253402300799"}];
return false;
}
else {
if(data6 < 0 || isNaN(data6)){
validate110.errors = [{instancePath:instancePath+"/nbf",schemaPath:"common.json#/$defs/numeric_date/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
}
var valid0 = _errs20 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.cnf !== undefined){
let data7 = data.cnf;
const _errs23 = errors;
if(errors === _errs23){
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
let missing1;
if((data7.jkt === undefined) && (missing1 = "jkt")){
validate110.errors = [{instancePath:instancePath+"/cnf",schemaPath:"#/properties/cnf/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs25 = errors;
for(const key1 in data7){
if(!(key1 === "jkt")){
validate110.errors = [{instancePath:instancePath+"/cnf",schemaPath:"#/properties/cnf/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs25 === errors){
if(data7.jkt !== undefined){
let data8 = data7.jkt;
const _errs27 = errors;
if(errors === _errs27){
if(typeof data8 === "string"){
if(!pattern8.test(data8)){
validate110.errors = [{instancePath:instancePath+"/cnf/jkt",schemaPath:"common.json#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""}];
return false;
}
}
else {
validate110.errors = [{instancePath:instancePath+"/cnf/jkt",schemaPath:"common.json#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
}
}
}
}
else {
validate110.errors = [{instancePath:instancePath+"/cnf",schemaPath:"#/properties/cnf/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs23 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.status !== undefined){
let data9 = data.status;
const _errs29 = errors;
if(errors === _errs29){
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
let missing2;
if((data9.status_list === undefined) && (missing2 = "status_list")){
validate110.errors = [{instancePath:instancePath+"/status",schemaPath:"#/properties/status/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"}];
return false;
}
else {
const _errs31 = errors;
for(const key2 in data9){
if(!(key2 === "status_list")){
validate110.errors = [{instancePath:instancePath+"/status",schemaPath:"#/properties/status/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs31 === errors){
if(data9.status_list !== undefined){
let data10 = data9.status_list;
const _errs32 = errors;
if(errors === _errs32){
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
let missing3;
if(((data10.idx === undefined) && (missing3 = "idx")) || ((data10.uri === undefined) && (missing3 = "uri"))){
validate110.errors = [{instancePath:instancePath+"/status/status_list",schemaPath:"#/properties/status/properties/status_list/required",keyword:"required",params:{missingProperty: missing3},message:"must have required property '"+missing3+"'"}];
return false;
}
else {
const _errs34 = errors;
for(const key3 in data10){
if(!((key3 === "idx") || (key3 === "uri"))){
validate110.errors = [{instancePath:instancePath+"/status/status_list",schemaPath:"#/properties/status/properties/status_list/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs34 === errors){
if(data10.idx !== undefined){
let data11 = data10.idx;
const _errs35 = errors;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
validate110.errors = [{instancePath:instancePath+"/status/status_list/idx",schemaPath:"#/properties/status/properties/status_list/properties/idx/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs35){
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 > 16777215 || isNaN(data11)){
validate110.errors = [{instancePath:instancePath+"/status/status_list/idx",schemaPath:"#/properties/status/properties/status_list/properties/idx/maximum",keyword:"maximum",params:{comparison: "<=", limit: 16777215},message:"must be <= 16777215"}];
return false;
}
else {
if(data11 < 0 || isNaN(data11)){
validate110.errors = [{instancePath:instancePath+"/status/status_list/idx",schemaPath:"#/properties/status/properties/status_list/properties/idx/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
}
var valid11 = _errs35 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data10.uri !== undefined){
let data12 = data10.uri;
const _errs37 = errors;
const _errs38 = errors;
if(errors === _errs38){
if(typeof data12 === "string"){
if(func1(data12) > 512){
validate110.errors = [{instancePath:instancePath+"/status/status_list/uri",schemaPath:"common.json#/$defs/url/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters"}];
return false;
}
else {
if(!pattern150.test(data12)){
validate110.errors = [{instancePath:instancePath+"/status/status_list/uri",schemaPath:"common.json#/$defs/url/pattern",keyword:"pattern",params:{pattern: "^https?://[!-~]+$"},message:"must match pattern \""+"^https?://[!-~]+$"+"\""}];
return false;
}
}
}
else {
validate110.errors = [{instancePath:instancePath+"/status/status_list/uri",schemaPath:"common.json#/$defs/url/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid11 = _errs37 === errors;
}
else {
var valid11 = true;
}
}
}
}
}
else {
validate110.errors = [{instancePath:instancePath+"/status/status_list",schemaPath:"#/properties/status/properties/status_list/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
}
}
}
}
else {
validate110.errors = [{instancePath:instancePath+"/status",schemaPath:"#/properties/status/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs29 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.confirmation_digest !== undefined){
let data13 = data.confirmation_digest;
const _errs40 = errors;
const _errs41 = errors;
if(errors === _errs41){
if(typeof data13 === "string"){
if(!pattern8.test(data13)){
validate110.errors = [{instancePath:instancePath+"/confirmation_digest",schemaPath:"common.json#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""}];
return false;
}
}
else {
validate110.errors = [{instancePath:instancePath+"/confirmation_digest",schemaPath:"common.json#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs40 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.iac !== undefined){
const _errs43 = errors;
if(!(validate30(data.iac, {instancePath:instancePath+"/iac",parentData:data,parentDataProperty:"iac",rootData}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
errors = vErrors.length;
}
var valid0 = _errs43 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.control_proof_ref !== undefined){
let data15 = data.control_proof_ref;
const _errs44 = errors;
if(errors === _errs44){
if(typeof data15 === "string"){
if(func1(data15) > 256){
validate110.errors = [{instancePath:instancePath+"/control_proof_ref",schemaPath:"#/properties/control_proof_ref/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"}];
return false;
}
else {
if(func1(data15) < 1){
validate110.errors = [{instancePath:instancePath+"/control_proof_ref",schemaPath:"#/properties/control_proof_ref/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate110.errors = [{instancePath:instancePath+"/control_proof_ref",schemaPath:"#/properties/control_proof_ref/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs44 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate110.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate110.errors = vErrors;
return errors === 0;
}

export const validatePaymentRequestClaims = validate112;
const schema432 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://openact.example/schemas/1/payment-request.json","title":"PaymentRequestClaims","description":"Claims of act-payment-request+jwt: an agent asks a payment service to pay one quote.","type":"object","additionalProperties":false,"required":["iss","aud","jti","iat","level","quote_digest","out_trade_no","amount","payer_amount","currency","method_id","payment_tool_ref"],"properties":{"iss":{"$ref":"common.json#/$defs/did","description":"The agent_id."},"aud":{"$ref":"common.json#/$defs/did","description":"The payment service."},"jti":{"$ref":"common.json#/$defs/id","description":"The request id."},"iat":{"$ref":"common.json#/$defs/numeric_date"},"level":{"$ref":"common.json#/$defs/level"},"quote_digest":{"$ref":"common.json#/$defs/digest"},"out_trade_no":{"$ref":"common.json#/$defs/id"},"amount":{"$ref":"common.json#/$defs/amount"},"payer_amount":{"$ref":"common.json#/$defs/amount"},"currency":{"$ref":"common.json#/$defs/currency"},"method_id":{"$ref":"common.json#/$defs/urn"},"payment_tool_ref":{"$ref":"common.json#/$defs/id"},"intent_id":{"$ref":"common.json#/$defs/id"},"delegation_id":{"$ref":"common.json#/$defs/id"},"mandate_digest":{"$ref":"common.json#/$defs/digest"},"runtime":{"type":"object","description":"Where the mandate asks for it: for whom, as which build and with which key the agent runs. The key proves this request beside it.","additionalProperties":false,"required":["delegator_identity","agent_version_digest","jwk"],"properties":{"delegator_identity":{"$ref":"common.json#/$defs/did"},"agent_version_digest":{"$ref":"common.json#/$defs/digest"},"jwk":{"$ref":"common.json#/$defs/public_jwk"}}},"trigger":{"description":"What set the payment off. A tap carries a merchant's order to the agent; it confirms nothing.","type":"string","enum":["TAP"]}},"allOf":[{"if":{"properties":{"level":{"const":"act:L1"}}},"then":{"required":["intent_id"]},"else":{"required":["delegation_id","mandate_digest"]}}]};
const schema437 = {"description":"ACT payment level.","type":"string","enum":["act:L1","act:L2","act:L3"]};

function validate113(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs0 = errors;
let valid0 = false;
let passing0 = null;
const _errs1 = errors;
if(errors === _errs1){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.kty === undefined) && (missing0 = "kty")) || ((data.crv === undefined) && (missing0 = "crv"))) || ((data.x === undefined) && (missing0 = "x"))) || ((data.y === undefined) && (missing0 = "y"))){
const err0 = {instancePath,schemaPath:"#/oneOf/0/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
const _errs3 = errors;
for(const key0 in data){
if(!((((key0 === "kty") || (key0 === "crv")) || (key0 === "x")) || (key0 === "y"))){
const err1 = {instancePath,schemaPath:"#/oneOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
break;
}
}
if(_errs3 === errors){
if(data.kty !== undefined){
const _errs4 = errors;
if("EC" !== data.kty){
const err2 = {instancePath:instancePath+"/kty",schemaPath:"#/oneOf/0/properties/kty/const",keyword:"const",params:{allowedValue: "EC"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var valid1 = _errs4 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.crv !== undefined){
const _errs5 = errors;
if("P-256" !== data.crv){
const err3 = {instancePath:instancePath+"/crv",schemaPath:"#/oneOf/0/properties/crv/const",keyword:"const",params:{allowedValue: "P-256"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
var valid1 = _errs5 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.x !== undefined){
let data2 = data.x;
const _errs6 = errors;
const _errs7 = errors;
if(errors === _errs7){
if(typeof data2 === "string"){
if(!pattern8.test(data2)){
const err4 = {instancePath:instancePath+"/x",schemaPath:"#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/x",schemaPath:"#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
var valid1 = _errs6 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.y !== undefined){
let data3 = data.y;
const _errs9 = errors;
const _errs10 = errors;
if(errors === _errs10){
if(typeof data3 === "string"){
if(!pattern8.test(data3)){
const err6 = {instancePath:instancePath+"/y",schemaPath:"#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/y",schemaPath:"#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
var valid1 = _errs9 === errors;
}
else {
var valid1 = true;
}
}
}
}
}
}
}
else {
const err8 = {instancePath,schemaPath:"#/oneOf/0/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
var _valid0 = _errs1 === errors;
if(_valid0){
valid0 = true;
passing0 = 0;
}
const _errs12 = errors;
if(errors === _errs12){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if((((data.kty === undefined) && (missing1 = "kty")) || ((data.crv === undefined) && (missing1 = "crv"))) || ((data.x === undefined) && (missing1 = "x"))){
const err9 = {instancePath,schemaPath:"#/oneOf/1/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
else {
const _errs14 = errors;
for(const key1 in data){
if(!(((key1 === "kty") || (key1 === "crv")) || (key1 === "x"))){
const err10 = {instancePath,schemaPath:"#/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
break;
}
}
if(_errs14 === errors){
if(data.kty !== undefined){
const _errs15 = errors;
if("OKP" !== data.kty){
const err11 = {instancePath:instancePath+"/kty",schemaPath:"#/oneOf/1/properties/kty/const",keyword:"const",params:{allowedValue: "OKP"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
var valid4 = _errs15 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data.crv !== undefined){
const _errs16 = errors;
if("Ed25519" !== data.crv){
const err12 = {instancePath:instancePath+"/crv",schemaPath:"#/oneOf/1/properties/crv/const",keyword:"const",params:{allowedValue: "Ed25519"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
var valid4 = _errs16 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data.x !== undefined){
let data6 = data.x;
const _errs17 = errors;
const _errs18 = errors;
if(errors === _errs18){
if(typeof data6 === "string"){
if(!pattern8.test(data6)){
const err13 = {instancePath:instancePath+"/x",schemaPath:"#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/x",schemaPath:"#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
var valid4 = _errs17 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
}
else {
const err15 = {instancePath,schemaPath:"#/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
var _valid0 = _errs12 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid0 = true;
passing0 = 1;
}
}
if(!valid0){
const err16 = {instancePath,schemaPath:"#/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
validate113.errors = vErrors;
return false;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
validate113.errors = vErrors;
return errors === 0;
}


function validate112(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://openact.example/schemas/1/payment-request.json" */;
let vErrors = null;
let errors = 0;
const _errs2 = errors;
let valid1 = true;
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.level !== undefined){
if("act:L1" !== data.level){
const err0 = {};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
}
var _valid0 = _errs3 === errors;
errors = _errs2;
if(vErrors !== null){
if(_errs2){
vErrors.length = _errs2;
}
else {
vErrors = null;
}
}
let ifClause0;
if(_valid0){
const _errs5 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.intent_id === undefined) && (missing0 = "intent_id")){
validate112.errors = [{instancePath,schemaPath:"#/allOf/0/then/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
}
var _valid0 = _errs5 === errors;
valid1 = _valid0;
ifClause0 = "then";
}
else {
const _errs6 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if(((data.delegation_id === undefined) && (missing1 = "delegation_id")) || ((data.mandate_digest === undefined) && (missing1 = "mandate_digest"))){
validate112.errors = [{instancePath,schemaPath:"#/allOf/0/else/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
}
var _valid0 = _errs6 === errors;
valid1 = _valid0;
ifClause0 = "else";
}
if(!valid1){
const err1 = {instancePath,schemaPath:"#/allOf/0/if",keyword:"if",params:{failingKeyword: ifClause0},message:"must match \""+ifClause0+"\" schema"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
validate112.errors = vErrors;
return false;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing2;
if(((((((((((((data.iss === undefined) && (missing2 = "iss")) || ((data.aud === undefined) && (missing2 = "aud"))) || ((data.jti === undefined) && (missing2 = "jti"))) || ((data.iat === undefined) && (missing2 = "iat"))) || ((data.level === undefined) && (missing2 = "level"))) || ((data.quote_digest === undefined) && (missing2 = "quote_digest"))) || ((data.out_trade_no === undefined) && (missing2 = "out_trade_no"))) || ((data.amount === undefined) && (missing2 = "amount"))) || ((data.payer_amount === undefined) && (missing2 = "payer_amount"))) || ((data.currency === undefined) && (missing2 = "currency"))) || ((data.method_id === undefined) && (missing2 = "method_id"))) || ((data.payment_tool_ref === undefined) && (missing2 = "payment_tool_ref"))){
validate112.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"}];
return false;
}
else {
const _errs7 = errors;
for(const key0 in data){
if(!(func6.call(schema432.properties, key0))){
validate112.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs7 === errors){
if(data.iss !== undefined){
let data1 = data.iss;
const _errs8 = errors;
const _errs9 = errors;
if(errors === _errs9){
if(typeof data1 === "string"){
if(!pattern10.test(data1)){
validate112.errors = [{instancePath:instancePath+"/iss",schemaPath:"common.json#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate112.errors = [{instancePath:instancePath+"/iss",schemaPath:"common.json#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid3 = _errs8 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data.aud !== undefined){
let data2 = data.aud;
const _errs11 = errors;
const _errs12 = errors;
if(errors === _errs12){
if(typeof data2 === "string"){
if(!pattern10.test(data2)){
validate112.errors = [{instancePath:instancePath+"/aud",schemaPath:"common.json#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate112.errors = [{instancePath:instancePath+"/aud",schemaPath:"common.json#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid3 = _errs11 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data.jti !== undefined){
let data3 = data.jti;
const _errs14 = errors;
const _errs15 = errors;
if(errors === _errs15){
if(typeof data3 === "string"){
if(!pattern5.test(data3)){
validate112.errors = [{instancePath:instancePath+"/jti",schemaPath:"common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate112.errors = [{instancePath:instancePath+"/jti",schemaPath:"common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid3 = _errs14 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data.iat !== undefined){
let data4 = data.iat;
const _errs17 = errors;
const _errs18 = errors;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
validate112.errors = [{instancePath:instancePath+"/iat",schemaPath:"common.json#/$defs/numeric_date/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs18){
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 253402300799 || isNaN(data4)){
validate112.errors = [{instancePath:instancePath+"/iat",schemaPath:"common.json#/$defs/numeric_date/maximum",keyword:"maximum",params:{comparison: "<=", limit: 253402300799},message:"must be <= 253402300799"}];
return false;
}
else {
if(data4 < 0 || isNaN(data4)){
validate112.errors = [{instancePath:instancePath+"/iat",schemaPath:"common.json#/$defs/numeric_date/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
}
var valid3 = _errs17 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data.level !== undefined){
let data5 = data.level;
const _errs20 = errors;
if(typeof data5 !== "string"){
validate112.errors = [{instancePath:instancePath+"/level",schemaPath:"common.json#/$defs/level/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!(((data5 === "act:L1") || (data5 === "act:L2")) || (data5 === "act:L3"))){
validate112.errors = [{instancePath:instancePath+"/level",schemaPath:"common.json#/$defs/level/enum",keyword:"enum",params:{allowedValues: schema437.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid3 = _errs20 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data.quote_digest !== undefined){
let data6 = data.quote_digest;
const _errs23 = errors;
const _errs24 = errors;
if(errors === _errs24){
if(typeof data6 === "string"){
if(!pattern8.test(data6)){
validate112.errors = [{instancePath:instancePath+"/quote_digest",schemaPath:"common.json#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""}];
return false;
}
}
else {
validate112.errors = [{instancePath:instancePath+"/quote_digest",schemaPath:"common.json#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid3 = _errs23 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data.out_trade_no !== undefined){
let data7 = data.out_trade_no;
const _errs26 = errors;
const _errs27 = errors;
if(errors === _errs27){
if(typeof data7 === "string"){
if(!pattern5.test(data7)){
validate112.errors = [{instancePath:instancePath+"/out_trade_no",schemaPath:"common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate112.errors = [{instancePath:instancePath+"/out_trade_no",schemaPath:"common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid3 = _errs26 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data.amount !== undefined){
let data8 = data.amount;
const _errs29 = errors;
const _errs30 = errors;
if(errors === _errs30){
if(typeof data8 === "string"){
if(!pattern6.test(data8)){
validate112.errors = [{instancePath:instancePath+"/amount",schemaPath:"common.json#/$defs/amount/pattern",keyword:"pattern",params:{pattern: "^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"},message:"must match pattern \""+"^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"+"\""}];
return false;
}
}
else {
validate112.errors = [{instancePath:instancePath+"/amount",schemaPath:"common.json#/$defs/amount/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid3 = _errs29 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data.payer_amount !== undefined){
let data9 = data.payer_amount;
const _errs32 = errors;
const _errs33 = errors;
if(errors === _errs33){
if(typeof data9 === "string"){
if(!pattern6.test(data9)){
validate112.errors = [{instancePath:instancePath+"/payer_amount",schemaPath:"common.json#/$defs/amount/pattern",keyword:"pattern",params:{pattern: "^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"},message:"must match pattern \""+"^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"+"\""}];
return false;
}
}
else {
validate112.errors = [{instancePath:instancePath+"/payer_amount",schemaPath:"common.json#/$defs/amount/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid3 = _errs32 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data.currency !== undefined){
let data10 = data.currency;
const _errs35 = errors;
const _errs36 = errors;
if(errors === _errs36){
if(typeof data10 === "string"){
if(!pattern7.test(data10)){
validate112.errors = [{instancePath:instancePath+"/currency",schemaPath:"common.json#/$defs/currency/pattern",keyword:"pattern",params:{pattern: "^[A-Z]{3}$"},message:"must match pattern \""+"^[A-Z]{3}$"+"\""}];
return false;
}
}
else {
validate112.errors = [{instancePath:instancePath+"/currency",schemaPath:"common.json#/$defs/currency/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid3 = _errs35 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data.method_id !== undefined){
let data11 = data.method_id;
const _errs38 = errors;
const _errs39 = errors;
if(errors === _errs39){
if(typeof data11 === "string"){
if(!pattern4.test(data11)){
validate112.errors = [{instancePath:instancePath+"/method_id",schemaPath:"common.json#/$defs/urn/pattern",keyword:"pattern",params:{pattern: "^urn:act:[A-Za-z0-9._:-]{1,120}$"},message:"must match pattern \""+"^urn:act:[A-Za-z0-9._:-]{1,120}$"+"\""}];
return false;
}
}
else {
validate112.errors = [{instancePath:instancePath+"/method_id",schemaPath:"common.json#/$defs/urn/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid3 = _errs38 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data.payment_tool_ref !== undefined){
let data12 = data.payment_tool_ref;
const _errs41 = errors;
const _errs42 = errors;
if(errors === _errs42){
if(typeof data12 === "string"){
if(!pattern5.test(data12)){
validate112.errors = [{instancePath:instancePath+"/payment_tool_ref",schemaPath:"common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate112.errors = [{instancePath:instancePath+"/payment_tool_ref",schemaPath:"common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid3 = _errs41 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data.intent_id !== undefined){
let data13 = data.intent_id;
const _errs44 = errors;
const _errs45 = errors;
if(errors === _errs45){
if(typeof data13 === "string"){
if(!pattern5.test(data13)){
validate112.errors = [{instancePath:instancePath+"/intent_id",schemaPath:"common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate112.errors = [{instancePath:instancePath+"/intent_id",schemaPath:"common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid3 = _errs44 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data.delegation_id !== undefined){
let data14 = data.delegation_id;
const _errs47 = errors;
const _errs48 = errors;
if(errors === _errs48){
if(typeof data14 === "string"){
if(!pattern5.test(data14)){
validate112.errors = [{instancePath:instancePath+"/delegation_id",schemaPath:"common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate112.errors = [{instancePath:instancePath+"/delegation_id",schemaPath:"common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid3 = _errs47 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data.mandate_digest !== undefined){
let data15 = data.mandate_digest;
const _errs50 = errors;
const _errs51 = errors;
if(errors === _errs51){
if(typeof data15 === "string"){
if(!pattern8.test(data15)){
validate112.errors = [{instancePath:instancePath+"/mandate_digest",schemaPath:"common.json#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""}];
return false;
}
}
else {
validate112.errors = [{instancePath:instancePath+"/mandate_digest",schemaPath:"common.json#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid3 = _errs50 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data.runtime !== undefined){
let data16 = data.runtime;
const _errs53 = errors;
if(errors === _errs53){
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
let missing3;
if((((data16.delegator_identity === undefined) && (missing3 = "delegator_identity")) || ((data16.agent_version_digest === undefined) && (missing3 = "agent_version_digest"))) || ((data16.jwk === undefined) && (missing3 = "jwk"))){
validate112.errors = [{instancePath:instancePath+"/runtime",schemaPath:"#/properties/runtime/required",keyword:"required",params:{missingProperty: missing3},message:"must have required property '"+missing3+"'"}];
return false;
}
else {
const _errs55 = errors;
for(const key1 in data16){
if(!(((key1 === "delegator_identity") || (key1 === "agent_version_digest")) || (key1 === "jwk"))){
validate112.errors = [{instancePath:instancePath+"/runtime",schemaPath:"#/properties/runtime/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs55 === errors){
if(data16.delegator_identity !== undefined){
let data17 = data16.delegator_identity;
const _errs56 = errors;
const _errs57 = errors;
if(errors === _errs57){
if(typeof data17 === "string"){
if(!pattern10.test(data17)){
validate112.errors = [{instancePath:instancePath+"/runtime/delegator_identity",schemaPath:"common.json#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate112.errors = [{instancePath:instancePath+"/runtime/delegator_identity",schemaPath:"common.json#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid19 = _errs56 === errors;
}
else {
var valid19 = true;
}
if(valid19){
if(data16.agent_version_digest !== undefined){
let data18 = data16.agent_version_digest;
const _errs59 = errors;
const _errs60 = errors;
if(errors === _errs60){
if(typeof data18 === "string"){
if(!pattern8.test(data18)){
validate112.errors = [{instancePath:instancePath+"/runtime/agent_version_digest",schemaPath:"common.json#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""}];
return false;
}
}
else {
validate112.errors = [{instancePath:instancePath+"/runtime/agent_version_digest",schemaPath:"common.json#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid19 = _errs59 === errors;
}
else {
var valid19 = true;
}
if(valid19){
if(data16.jwk !== undefined){
const _errs62 = errors;
if(!(validate113(data16.jwk, {instancePath:instancePath+"/runtime/jwk",parentData:data16,parentDataProperty:"jwk",rootData}))){
vErrors = vErrors === null ? validate113.errors : vErrors.concat(validate113.errors);
errors = vErrors.length;
}
var valid19 = _errs62 === errors;
}
else {
var valid19 = true;
}
}
}
}
}
}
else {
validate112.errors = [{instancePath:instancePath+"/runtime",schemaPath:"#/properties/runtime/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid3 = _errs53 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data.trigger !== undefined){
let data20 = data.trigger;
const _errs63 = errors;
if(typeof data20 !== "string"){
validate112.errors = [{instancePath:instancePath+"/trigger",schemaPath:"#/properties/trigger/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!(data20 === "TAP")){
validate112.errors = [{instancePath:instancePath+"/trigger",schemaPath:"#/properties/trigger/enum",keyword:"enum",params:{allowedValues: schema432.properties.trigger.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid3 = _errs63 === errors;
}
else {
var valid3 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate112.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate112.errors = vErrors;
return errors === 0;
}

export const validateProblem = validate115;
const schema454 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://openact.example/schemas/1/problem.json","title":"Problem","description":"RFC 9457 problem details with a stable code.","type":"object","additionalProperties":false,"required":["type","title","status","code","requirement","retryability","valid_next_actions"],"properties":{"type":{"type":"string","minLength":1,"maxLength":256},"title":{"type":"string","minLength":1,"maxLength":256},"status":{"type":"integer","minimum":400,"maximum":599},"code":{"$ref":"common.json#/$defs/code"},"requirement":{"$ref":"common.json#/$defs/requirement"},"retryability":{"$ref":"common.json#/$defs/retryability"},"valid_next_actions":{"type":"array","items":{"type":"string","minLength":1,"maxLength":64},"minItems":0,"maxItems":16},"detail":{"type":"string","minLength":1,"maxLength":1000},"instance":{"type":"string","minLength":1,"maxLength":256},"evidence":{"type":"object","additionalProperties":{"type":["string","number","boolean"]}},"refusal":{"$ref":"common.json#/$defs/compact_jws"}}};

function validate115(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://openact.example/schemas/1/problem.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((data.type === undefined) && (missing0 = "type")) || ((data.title === undefined) && (missing0 = "title"))) || ((data.status === undefined) && (missing0 = "status"))) || ((data.code === undefined) && (missing0 = "code"))) || ((data.requirement === undefined) && (missing0 = "requirement"))) || ((data.retryability === undefined) && (missing0 = "retryability"))) || ((data.valid_next_actions === undefined) && (missing0 = "valid_next_actions"))){
validate115.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func6.call(schema454.properties, key0))){
validate115.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.type !== undefined){
let data0 = data.type;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(func1(data0) > 256){
validate115.errors = [{instancePath:instancePath+"/type",schemaPath:"#/properties/type/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"}];
return false;
}
else {
if(func1(data0) < 1){
validate115.errors = [{instancePath:instancePath+"/type",schemaPath:"#/properties/type/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate115.errors = [{instancePath:instancePath+"/type",schemaPath:"#/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.title !== undefined){
let data1 = data.title;
const _errs4 = errors;
if(errors === _errs4){
if(typeof data1 === "string"){
if(func1(data1) > 256){
validate115.errors = [{instancePath:instancePath+"/title",schemaPath:"#/properties/title/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"}];
return false;
}
else {
if(func1(data1) < 1){
validate115.errors = [{instancePath:instancePath+"/title",schemaPath:"#/properties/title/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate115.errors = [{instancePath:instancePath+"/title",schemaPath:"#/properties/title/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.status !== undefined){
let data2 = data.status;
const _errs6 = errors;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
validate115.errors = [{instancePath:instancePath+"/status",schemaPath:"#/properties/status/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs6){
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 599 || isNaN(data2)){
validate115.errors = [{instancePath:instancePath+"/status",schemaPath:"#/properties/status/maximum",keyword:"maximum",params:{comparison: "<=", limit: 599},message:"must be <= 599"}];
return false;
}
else {
if(data2 < 400 || isNaN(data2)){
validate115.errors = [{instancePath:instancePath+"/status",schemaPath:"#/properties/status/minimum",keyword:"minimum",params:{comparison: ">=", limit: 400},message:"must be >= 400"}];
return false;
}
}
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.code !== undefined){
let data3 = data.code;
const _errs8 = errors;
const _errs9 = errors;
if(errors === _errs9){
if(typeof data3 === "string"){
if(!pattern21.test(data3)){
validate115.errors = [{instancePath:instancePath+"/code",schemaPath:"common.json#/$defs/code/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9_]{3,64}$"},message:"must match pattern \""+"^[a-z0-9_]{3,64}$"+"\""}];
return false;
}
}
else {
validate115.errors = [{instancePath:instancePath+"/code",schemaPath:"common.json#/$defs/code/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.requirement !== undefined){
let data4 = data.requirement;
const _errs11 = errors;
const _errs12 = errors;
if(errors === _errs12){
if(typeof data4 === "string"){
if(!pattern22.test(data4)){
validate115.errors = [{instancePath:instancePath+"/requirement",schemaPath:"common.json#/$defs/requirement/pattern",keyword:"pattern",params:{pattern: "^[A-Z0-9]+(-[A-Z0-9]+)*-[0-9]{2,3}$"},message:"must match pattern \""+"^[A-Z0-9]+(-[A-Z0-9]+)*-[0-9]{2,3}$"+"\""}];
return false;
}
}
else {
validate115.errors = [{instancePath:instancePath+"/requirement",schemaPath:"common.json#/$defs/requirement/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.retryability !== undefined){
let data5 = data.retryability;
const _errs14 = errors;
if(typeof data5 !== "string"){
validate115.errors = [{instancePath:instancePath+"/retryability",schemaPath:"common.json#/$defs/retryability/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!(((((data5 === "never") || (data5 === "after_correction")) || (data5 === "new_request")) || (data5 === "later")) || (data5 === "query_first"))){
validate115.errors = [{instancePath:instancePath+"/retryability",schemaPath:"common.json#/$defs/retryability/enum",keyword:"enum",params:{allowedValues: schema55.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.valid_next_actions !== undefined){
let data6 = data.valid_next_actions;
const _errs17 = errors;
if(errors === _errs17){
if(Array.isArray(data6)){
if(data6.length > 16){
validate115.errors = [{instancePath:instancePath+"/valid_next_actions",schemaPath:"#/properties/valid_next_actions/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items"}];
return false;
}
else {
if(data6.length < 0){
validate115.errors = [{instancePath:instancePath+"/valid_next_actions",schemaPath:"#/properties/valid_next_actions/minItems",keyword:"minItems",params:{limit: 0},message:"must NOT have fewer than 0 items"}];
return false;
}
else {
var valid4 = true;
const len0 = data6.length;
for(let i0=0; i0<len0; i0++){
let data7 = data6[i0];
const _errs19 = errors;
if(errors === _errs19){
if(typeof data7 === "string"){
if(func1(data7) > 64){
validate115.errors = [{instancePath:instancePath+"/valid_next_actions/" + i0,schemaPath:"#/properties/valid_next_actions/items/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"}];
return false;
}
else {
if(func1(data7) < 1){
validate115.errors = [{instancePath:instancePath+"/valid_next_actions/" + i0,schemaPath:"#/properties/valid_next_actions/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate115.errors = [{instancePath:instancePath+"/valid_next_actions/" + i0,schemaPath:"#/properties/valid_next_actions/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid4 = _errs19 === errors;
if(!valid4){
break;
}
}
}
}
}
else {
validate115.errors = [{instancePath:instancePath+"/valid_next_actions",schemaPath:"#/properties/valid_next_actions/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.detail !== undefined){
let data8 = data.detail;
const _errs21 = errors;
if(errors === _errs21){
if(typeof data8 === "string"){
if(func1(data8) > 1000){
validate115.errors = [{instancePath:instancePath+"/detail",schemaPath:"#/properties/detail/maxLength",keyword:"maxLength",params:{limit: 1000},message:"must NOT have more than 1000 characters"}];
return false;
}
else {
if(func1(data8) < 1){
validate115.errors = [{instancePath:instancePath+"/detail",schemaPath:"#/properties/detail/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate115.errors = [{instancePath:instancePath+"/detail",schemaPath:"#/properties/detail/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs21 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.instance !== undefined){
let data9 = data.instance;
const _errs23 = errors;
if(errors === _errs23){
if(typeof data9 === "string"){
if(func1(data9) > 256){
validate115.errors = [{instancePath:instancePath+"/instance",schemaPath:"#/properties/instance/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"}];
return false;
}
else {
if(func1(data9) < 1){
validate115.errors = [{instancePath:instancePath+"/instance",schemaPath:"#/properties/instance/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate115.errors = [{instancePath:instancePath+"/instance",schemaPath:"#/properties/instance/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs23 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.evidence !== undefined){
let data10 = data.evidence;
const _errs25 = errors;
if(errors === _errs25){
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
for(const key1 in data10){
let data11 = data10[key1];
const _errs28 = errors;
if(((typeof data11 !== "string") && (!((typeof data11 == "number") && (isFinite(data11))))) && (typeof data11 !== "boolean")){
validate115.errors = [{instancePath:instancePath+"/evidence/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/evidence/additionalProperties/type",keyword:"type",params:{type: schema454.properties.evidence.additionalProperties.type},message:"must be string,number,boolean"}];
return false;
}
var valid5 = _errs28 === errors;
if(!valid5){
break;
}
}
}
else {
validate115.errors = [{instancePath:instancePath+"/evidence",schemaPath:"#/properties/evidence/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs25 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.refusal !== undefined){
let data12 = data.refusal;
const _errs30 = errors;
const _errs31 = errors;
if(errors === _errs31){
if(typeof data12 === "string"){
if(func1(data12) > 16384){
validate115.errors = [{instancePath:instancePath+"/refusal",schemaPath:"common.json#/$defs/compact_jws/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters"}];
return false;
}
else {
if(!pattern12.test(data12)){
validate115.errors = [{instancePath:instancePath+"/refusal",schemaPath:"common.json#/$defs/compact_jws/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"+"\""}];
return false;
}
}
}
else {
validate115.errors = [{instancePath:instancePath+"/refusal",schemaPath:"common.json#/$defs/compact_jws/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs30 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate115.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate115.errors = vErrors;
return errors === 0;
}

export const validateQuoteClaims = validate116;
const schema459 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://openact.example/schemas/1/quote.json","title":"QuoteClaims","description":"Claims of act-quote+jwt: a merchant's binding offer for one order, made out to one agent.","type":"object","additionalProperties":false,"required":["iss","jti","iat","exp","aud","out_trade_no","amount","discounts","payer_amount","currency","categories","payee","accepted","pay_before","cart_digest"],"properties":{"iss":{"$ref":"common.json#/$defs/did"},"jti":{"$ref":"common.json#/$defs/id"},"iat":{"$ref":"common.json#/$defs/numeric_date"},"exp":{"$ref":"common.json#/$defs/numeric_date"},"aud":{"$ref":"common.json#/$defs/did","description":"The agent_id."},"out_trade_no":{"$ref":"common.json#/$defs/id","description":"The merchant's order number."},"amount":{"$ref":"common.json#/$defs/amount","description":"Gross order amount; limits count it."},"discounts":{"type":"array","items":{"$ref":"common.json#/$defs/discount"},"minItems":0,"maxItems":16},"payer_amount":{"$ref":"common.json#/$defs/amount","description":"amount less all discounts."},"currency":{"$ref":"common.json#/$defs/currency"},"categories":{"type":"array","description":"The category of every line, in order.","items":{"$ref":"common.json#/$defs/category"},"minItems":1,"maxItems":100},"payee":{"$ref":"common.json#/$defs/payee"},"accepted":{"type":"array","items":{"$ref":"common.json#/$defs/method_at_psp"},"minItems":1,"maxItems":16,"uniqueItems":true},"pay_before":{"$ref":"common.json#/$defs/utc_time","description":"The same instant as exp."},"cart_digest":{"$ref":"common.json#/$defs/digest","description":"Digest of {salt, lines}."},"deliver_by":{"$ref":"common.json#/$defs/utc_time","description":"Latest time of delivery."},"resource_id":{"$ref":"common.json#/$defs/id"},"settlement":{"type":"string","enum":["DIRECT","ESCROW","GRATUITY"],"description":"DIRECT (where nothing is said): to the payee at once. ESCROW: held until the buyer has received. GRATUITY: to the payee at once, and nothing is owed for it."}}};

function validate117(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.funder === undefined) && (missing0 = "funder")) || ((data.amount === undefined) && (missing0 = "amount"))){
validate117.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((key0 === "funder") || (key0 === "amount")) || (key0 === "label"))){
validate117.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.funder !== undefined){
let data0 = data.funder;
const _errs2 = errors;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data0 === "string"){
if(!pattern10.test(data0)){
validate117.errors = [{instancePath:instancePath+"/funder",schemaPath:"#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate117.errors = [{instancePath:instancePath+"/funder",schemaPath:"#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.amount !== undefined){
let data1 = data.amount;
const _errs5 = errors;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data1 === "string"){
if(!pattern6.test(data1)){
validate117.errors = [{instancePath:instancePath+"/amount",schemaPath:"#/$defs/amount/pattern",keyword:"pattern",params:{pattern: "^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"},message:"must match pattern \""+"^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"+"\""}];
return false;
}
}
else {
validate117.errors = [{instancePath:instancePath+"/amount",schemaPath:"#/$defs/amount/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.label !== undefined){
let data2 = data.label;
const _errs8 = errors;
if(errors === _errs8){
if(typeof data2 === "string"){
if(func1(data2) > 80){
validate117.errors = [{instancePath:instancePath+"/label",schemaPath:"#/properties/label/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters"}];
return false;
}
else {
if(func1(data2) < 1){
validate117.errors = [{instancePath:instancePath+"/label",schemaPath:"#/properties/label/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate117.errors = [{instancePath:instancePath+"/label",schemaPath:"#/properties/label/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
validate117.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate117.errors = vErrors;
return errors === 0;
}

const schema473 = {"type":"object","description":"Where the money goes: an account and the payment service that keeps it.","additionalProperties":false,"required":["account","psp_id"],"properties":{"account":{"$ref":"#/$defs/id"},"psp_id":{"$ref":"#/$defs/did"}}};

function validate119(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.account === undefined) && (missing0 = "account")) || ((data.psp_id === undefined) && (missing0 = "psp_id"))){
validate119.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "account") || (key0 === "psp_id"))){
validate119.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.account !== undefined){
let data0 = data.account;
const _errs2 = errors;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data0 === "string"){
if(!pattern5.test(data0)){
validate119.errors = [{instancePath:instancePath+"/account",schemaPath:"#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate119.errors = [{instancePath:instancePath+"/account",schemaPath:"#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.psp_id !== undefined){
let data1 = data.psp_id;
const _errs5 = errors;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data1 === "string"){
if(!pattern10.test(data1)){
validate119.errors = [{instancePath:instancePath+"/psp_id",schemaPath:"#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate119.errors = [{instancePath:instancePath+"/psp_id",schemaPath:"#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
validate119.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate119.errors = vErrors;
return errors === 0;
}

const schema476 = {"type":"object","additionalProperties":false,"required":["method_id","psp_id"],"properties":{"method_id":{"$ref":"#/$defs/urn"},"psp_id":{"$ref":"#/$defs/did"}}};

function validate121(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.method_id === undefined) && (missing0 = "method_id")) || ((data.psp_id === undefined) && (missing0 = "psp_id"))){
validate121.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "method_id") || (key0 === "psp_id"))){
validate121.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.method_id !== undefined){
let data0 = data.method_id;
const _errs2 = errors;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data0 === "string"){
if(!pattern4.test(data0)){
validate121.errors = [{instancePath:instancePath+"/method_id",schemaPath:"#/$defs/urn/pattern",keyword:"pattern",params:{pattern: "^urn:act:[A-Za-z0-9._:-]{1,120}$"},message:"must match pattern \""+"^urn:act:[A-Za-z0-9._:-]{1,120}$"+"\""}];
return false;
}
}
else {
validate121.errors = [{instancePath:instancePath+"/method_id",schemaPath:"#/$defs/urn/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.psp_id !== undefined){
let data1 = data.psp_id;
const _errs5 = errors;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data1 === "string"){
if(!pattern10.test(data1)){
validate121.errors = [{instancePath:instancePath+"/psp_id",schemaPath:"#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate121.errors = [{instancePath:instancePath+"/psp_id",schemaPath:"#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
validate121.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate121.errors = vErrors;
return errors === 0;
}


function validate116(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://openact.example/schemas/1/quote.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((((((((((data.iss === undefined) && (missing0 = "iss")) || ((data.jti === undefined) && (missing0 = "jti"))) || ((data.iat === undefined) && (missing0 = "iat"))) || ((data.exp === undefined) && (missing0 = "exp"))) || ((data.aud === undefined) && (missing0 = "aud"))) || ((data.out_trade_no === undefined) && (missing0 = "out_trade_no"))) || ((data.amount === undefined) && (missing0 = "amount"))) || ((data.discounts === undefined) && (missing0 = "discounts"))) || ((data.payer_amount === undefined) && (missing0 = "payer_amount"))) || ((data.currency === undefined) && (missing0 = "currency"))) || ((data.categories === undefined) && (missing0 = "categories"))) || ((data.payee === undefined) && (missing0 = "payee"))) || ((data.accepted === undefined) && (missing0 = "accepted"))) || ((data.pay_before === undefined) && (missing0 = "pay_before"))) || ((data.cart_digest === undefined) && (missing0 = "cart_digest"))){
validate116.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func6.call(schema459.properties, key0))){
validate116.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.iss !== undefined){
let data0 = data.iss;
const _errs2 = errors;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data0 === "string"){
if(!pattern10.test(data0)){
validate116.errors = [{instancePath:instancePath+"/iss",schemaPath:"common.json#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate116.errors = [{instancePath:instancePath+"/iss",schemaPath:"common.json#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.jti !== undefined){
let data1 = data.jti;
const _errs5 = errors;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data1 === "string"){
if(!pattern5.test(data1)){
validate116.errors = [{instancePath:instancePath+"/jti",schemaPath:"common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate116.errors = [{instancePath:instancePath+"/jti",schemaPath:"common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.iat !== undefined){
let data2 = data.iat;
const _errs8 = errors;
const _errs9 = errors;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
validate116.errors = [{instancePath:instancePath+"/iat",schemaPath:"common.json#/$defs/numeric_date/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs9){
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 253402300799 || isNaN(data2)){
validate116.errors = [{instancePath:instancePath+"/iat",schemaPath:"common.json#/$defs/numeric_date/maximum",keyword:"maximum",params:{comparison: "<=", limit: 253402300799},message:"must be <= 253402300799"}];
return false;
}
else {
if(data2 < 0 || isNaN(data2)){
validate116.errors = [{instancePath:instancePath+"/iat",schemaPath:"common.json#/$defs/numeric_date/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.exp !== undefined){
let data3 = data.exp;
const _errs11 = errors;
const _errs12 = errors;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
validate116.errors = [{instancePath:instancePath+"/exp",schemaPath:"common.json#/$defs/numeric_date/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs12){
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 253402300799 || isNaN(data3)){
validate116.errors = [{instancePath:instancePath+"/exp",schemaPath:"common.json#/$defs/numeric_date/maximum",keyword:"maximum",params:{comparison: "<=", limit: 253402300799},message:"must be <= 253402300799"}];
return false;
}
else {
if(data3 < 0 || isNaN(data3)){
validate116.errors = [{instancePath:instancePath+"/exp",schemaPath:"common.json#/$defs/numeric_date/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.aud !== undefined){
let data4 = data.aud;
const _errs14 = errors;
const _errs15 = errors;
if(errors === _errs15){
if(typeof data4 === "string"){
if(!pattern10.test(data4)){
validate116.errors = [{instancePath:instancePath+"/aud",schemaPath:"common.json#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate116.errors = [{instancePath:instancePath+"/aud",schemaPath:"common.json#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.out_trade_no !== undefined){
let data5 = data.out_trade_no;
const _errs17 = errors;
const _errs18 = errors;
if(errors === _errs18){
if(typeof data5 === "string"){
if(!pattern5.test(data5)){
validate116.errors = [{instancePath:instancePath+"/out_trade_no",schemaPath:"common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate116.errors = [{instancePath:instancePath+"/out_trade_no",schemaPath:"common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.amount !== undefined){
let data6 = data.amount;
const _errs20 = errors;
const _errs21 = errors;
if(errors === _errs21){
if(typeof data6 === "string"){
if(!pattern6.test(data6)){
validate116.errors = [{instancePath:instancePath+"/amount",schemaPath:"common.json#/$defs/amount/pattern",keyword:"pattern",params:{pattern: "^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"},message:"must match pattern \""+"^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"+"\""}];
return false;
}
}
else {
validate116.errors = [{instancePath:instancePath+"/amount",schemaPath:"common.json#/$defs/amount/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs20 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.discounts !== undefined){
let data7 = data.discounts;
const _errs23 = errors;
if(errors === _errs23){
if(Array.isArray(data7)){
if(data7.length > 16){
validate116.errors = [{instancePath:instancePath+"/discounts",schemaPath:"#/properties/discounts/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items"}];
return false;
}
else {
if(data7.length < 0){
validate116.errors = [{instancePath:instancePath+"/discounts",schemaPath:"#/properties/discounts/minItems",keyword:"minItems",params:{limit: 0},message:"must NOT have fewer than 0 items"}];
return false;
}
else {
var valid8 = true;
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
const _errs25 = errors;
if(!(validate117(data7[i0], {instancePath:instancePath+"/discounts/" + i0,parentData:data7,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate117.errors : vErrors.concat(validate117.errors);
errors = vErrors.length;
}
var valid8 = _errs25 === errors;
if(!valid8){
break;
}
}
}
}
}
else {
validate116.errors = [{instancePath:instancePath+"/discounts",schemaPath:"#/properties/discounts/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs23 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.payer_amount !== undefined){
let data9 = data.payer_amount;
const _errs26 = errors;
const _errs27 = errors;
if(errors === _errs27){
if(typeof data9 === "string"){
if(!pattern6.test(data9)){
validate116.errors = [{instancePath:instancePath+"/payer_amount",schemaPath:"common.json#/$defs/amount/pattern",keyword:"pattern",params:{pattern: "^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"},message:"must match pattern \""+"^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"+"\""}];
return false;
}
}
else {
validate116.errors = [{instancePath:instancePath+"/payer_amount",schemaPath:"common.json#/$defs/amount/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs26 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.currency !== undefined){
let data10 = data.currency;
const _errs29 = errors;
const _errs30 = errors;
if(errors === _errs30){
if(typeof data10 === "string"){
if(!pattern7.test(data10)){
validate116.errors = [{instancePath:instancePath+"/currency",schemaPath:"common.json#/$defs/currency/pattern",keyword:"pattern",params:{pattern: "^[A-Z]{3}$"},message:"must match pattern \""+"^[A-Z]{3}$"+"\""}];
return false;
}
}
else {
validate116.errors = [{instancePath:instancePath+"/currency",schemaPath:"common.json#/$defs/currency/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs29 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.categories !== undefined){
let data11 = data.categories;
const _errs32 = errors;
if(errors === _errs32){
if(Array.isArray(data11)){
if(data11.length > 100){
validate116.errors = [{instancePath:instancePath+"/categories",schemaPath:"#/properties/categories/maxItems",keyword:"maxItems",params:{limit: 100},message:"must NOT have more than 100 items"}];
return false;
}
else {
if(data11.length < 1){
validate116.errors = [{instancePath:instancePath+"/categories",schemaPath:"#/properties/categories/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid11 = true;
const len1 = data11.length;
for(let i1=0; i1<len1; i1++){
let data12 = data11[i1];
const _errs34 = errors;
const _errs35 = errors;
if(errors === _errs35){
if(typeof data12 === "string"){
if(!pattern62.test(data12)){
validate116.errors = [{instancePath:instancePath+"/categories/" + i1,schemaPath:"common.json#/$defs/category/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9._/-]{0,63}$"},message:"must match pattern \""+"^[a-z0-9][a-z0-9._/-]{0,63}$"+"\""}];
return false;
}
}
else {
validate116.errors = [{instancePath:instancePath+"/categories/" + i1,schemaPath:"common.json#/$defs/category/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid11 = _errs34 === errors;
if(!valid11){
break;
}
}
}
}
}
else {
validate116.errors = [{instancePath:instancePath+"/categories",schemaPath:"#/properties/categories/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs32 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.payee !== undefined){
const _errs37 = errors;
if(!(validate119(data.payee, {instancePath:instancePath+"/payee",parentData:data,parentDataProperty:"payee",rootData}))){
vErrors = vErrors === null ? validate119.errors : vErrors.concat(validate119.errors);
errors = vErrors.length;
}
var valid0 = _errs37 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.accepted !== undefined){
let data14 = data.accepted;
const _errs38 = errors;
if(errors === _errs38){
if(Array.isArray(data14)){
if(data14.length > 16){
validate116.errors = [{instancePath:instancePath+"/accepted",schemaPath:"#/properties/accepted/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items"}];
return false;
}
else {
if(data14.length < 1){
validate116.errors = [{instancePath:instancePath+"/accepted",schemaPath:"#/properties/accepted/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid13 = true;
const len2 = data14.length;
for(let i2=0; i2<len2; i2++){
const _errs40 = errors;
if(!(validate121(data14[i2], {instancePath:instancePath+"/accepted/" + i2,parentData:data14,parentDataProperty:i2,rootData}))){
vErrors = vErrors === null ? validate121.errors : vErrors.concat(validate121.errors);
errors = vErrors.length;
}
var valid13 = _errs40 === errors;
if(!valid13){
break;
}
}
if(valid13){
let i3 = data14.length;
let j0;
if(i3 > 1){
outer0:
for(;i3--;){
for(j0 = i3; j0--;){
if(func0(data14[i3], data14[j0])){
validate116.errors = [{instancePath:instancePath+"/accepted",schemaPath:"#/properties/accepted/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i3+" are identical)"}];
return false;
break outer0;
}
}
}
}
}
}
}
}
else {
validate116.errors = [{instancePath:instancePath+"/accepted",schemaPath:"#/properties/accepted/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs38 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.pay_before !== undefined){
let data16 = data.pay_before;
const _errs41 = errors;
const _errs42 = errors;
if(errors === _errs42){
if(typeof data16 === "string"){
if(!pattern9.test(data16)){
validate116.errors = [{instancePath:instancePath+"/pay_before",schemaPath:"common.json#/$defs/utc_time/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"+"\""}];
return false;
}
}
else {
validate116.errors = [{instancePath:instancePath+"/pay_before",schemaPath:"common.json#/$defs/utc_time/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs41 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.cart_digest !== undefined){
let data17 = data.cart_digest;
const _errs44 = errors;
const _errs45 = errors;
if(errors === _errs45){
if(typeof data17 === "string"){
if(!pattern8.test(data17)){
validate116.errors = [{instancePath:instancePath+"/cart_digest",schemaPath:"common.json#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""}];
return false;
}
}
else {
validate116.errors = [{instancePath:instancePath+"/cart_digest",schemaPath:"common.json#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs44 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.deliver_by !== undefined){
let data18 = data.deliver_by;
const _errs47 = errors;
const _errs48 = errors;
if(errors === _errs48){
if(typeof data18 === "string"){
if(!pattern9.test(data18)){
validate116.errors = [{instancePath:instancePath+"/deliver_by",schemaPath:"common.json#/$defs/utc_time/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"+"\""}];
return false;
}
}
else {
validate116.errors = [{instancePath:instancePath+"/deliver_by",schemaPath:"common.json#/$defs/utc_time/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs47 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.resource_id !== undefined){
let data19 = data.resource_id;
const _errs50 = errors;
const _errs51 = errors;
if(errors === _errs51){
if(typeof data19 === "string"){
if(!pattern5.test(data19)){
validate116.errors = [{instancePath:instancePath+"/resource_id",schemaPath:"common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate116.errors = [{instancePath:instancePath+"/resource_id",schemaPath:"common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs50 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.settlement !== undefined){
let data20 = data.settlement;
const _errs53 = errors;
if(typeof data20 !== "string"){
validate116.errors = [{instancePath:instancePath+"/settlement",schemaPath:"#/properties/settlement/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!(((data20 === "DIRECT") || (data20 === "ESCROW")) || (data20 === "GRATUITY"))){
validate116.errors = [{instancePath:instancePath+"/settlement",schemaPath:"#/properties/settlement/enum",keyword:"enum",params:{allowedValues: schema459.properties.settlement.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs53 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate116.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate116.errors = vErrors;
return errors === 0;
}

export const validateReceiptClaims = validate123;
const schema483 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://openact.example/schemas/1/receipt.json","title":"ReceiptClaims","description":"Claims of act-receipt+jwt: a payment service states that an order is paid. One for the seller, one for the agent.","type":"object","additionalProperties":false,"required":["iss","jti","iat","exp","aud","trade_no","out_trade_no","merchant","state","amount","payer_amount","currency","payee","quote_digest","request_digest","agent_jkt","authorization_digest","paid_at"],"properties":{"iss":{"$ref":"common.json#/$defs/did"},"jti":{"$ref":"common.json#/$defs/id"},"iat":{"$ref":"common.json#/$defs/numeric_date"},"exp":{"$ref":"common.json#/$defs/numeric_date"},"aud":{"$ref":"common.json#/$defs/did","description":"The seller or the agent."},"trade_no":{"$ref":"common.json#/$defs/id"},"out_trade_no":{"$ref":"common.json#/$defs/id"},"merchant":{"$ref":"common.json#/$defs/did"},"state":{"$ref":"common.json#/$defs/trade_state"},"amount":{"$ref":"common.json#/$defs/amount"},"payer_amount":{"$ref":"common.json#/$defs/amount"},"currency":{"$ref":"common.json#/$defs/currency"},"payee":{"$ref":"common.json#/$defs/payee"},"quote_digest":{"$ref":"common.json#/$defs/digest"},"request_digest":{"$ref":"common.json#/$defs/digest"},"agent_jkt":{"$ref":"common.json#/$defs/digest"},"authorization_digest":{"$ref":"common.json#/$defs/digest","description":"Digest of {salt, mandate_digest}, at act:L1 of {salt, confirmation_digest}: sellers cannot link the purchases of one mandate."},"paid_at":{"$ref":"common.json#/$defs/utc_time"},"resource_id":{"$ref":"common.json#/$defs/id"},"delegation_id":{"$ref":"common.json#/$defs/id","description":"In the agent's receipt only."},"confirmation_digest":{"$ref":"common.json#/$defs/digest","description":"At act:L1: the evidence of the user's confirmation."}}};

function validate124(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.account === undefined) && (missing0 = "account")) || ((data.psp_id === undefined) && (missing0 = "psp_id"))){
validate124.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "account") || (key0 === "psp_id"))){
validate124.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.account !== undefined){
let data0 = data.account;
const _errs2 = errors;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data0 === "string"){
if(!pattern5.test(data0)){
validate124.errors = [{instancePath:instancePath+"/account",schemaPath:"#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate124.errors = [{instancePath:instancePath+"/account",schemaPath:"#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.psp_id !== undefined){
let data1 = data.psp_id;
const _errs5 = errors;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data1 === "string"){
if(!pattern10.test(data1)){
validate124.errors = [{instancePath:instancePath+"/psp_id",schemaPath:"#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate124.errors = [{instancePath:instancePath+"/psp_id",schemaPath:"#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
validate124.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate124.errors = vErrors;
return errors === 0;
}


function validate123(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://openact.example/schemas/1/receipt.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((((((((((((((data.iss === undefined) && (missing0 = "iss")) || ((data.jti === undefined) && (missing0 = "jti"))) || ((data.iat === undefined) && (missing0 = "iat"))) || ((data.exp === undefined) && (missing0 = "exp"))) || ((data.aud === undefined) && (missing0 = "aud"))) || ((data.trade_no === undefined) && (missing0 = "trade_no"))) || ((data.out_trade_no === undefined) && (missing0 = "out_trade_no"))) || ((data.merchant === undefined) && (missing0 = "merchant"))) || ((data.state === undefined) && (missing0 = "state"))) || ((data.amount === undefined) && (missing0 = "amount"))) || ((data.payer_amount === undefined) && (missing0 = "payer_amount"))) || ((data.currency === undefined) && (missing0 = "currency"))) || ((data.payee === undefined) && (missing0 = "payee"))) || ((data.quote_digest === undefined) && (missing0 = "quote_digest"))) || ((data.request_digest === undefined) && (missing0 = "request_digest"))) || ((data.agent_jkt === undefined) && (missing0 = "agent_jkt"))) || ((data.authorization_digest === undefined) && (missing0 = "authorization_digest"))) || ((data.paid_at === undefined) && (missing0 = "paid_at"))){
validate123.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func6.call(schema483.properties, key0))){
validate123.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.iss !== undefined){
let data0 = data.iss;
const _errs2 = errors;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data0 === "string"){
if(!pattern10.test(data0)){
validate123.errors = [{instancePath:instancePath+"/iss",schemaPath:"common.json#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate123.errors = [{instancePath:instancePath+"/iss",schemaPath:"common.json#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.jti !== undefined){
let data1 = data.jti;
const _errs5 = errors;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data1 === "string"){
if(!pattern5.test(data1)){
validate123.errors = [{instancePath:instancePath+"/jti",schemaPath:"common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate123.errors = [{instancePath:instancePath+"/jti",schemaPath:"common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.iat !== undefined){
let data2 = data.iat;
const _errs8 = errors;
const _errs9 = errors;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
validate123.errors = [{instancePath:instancePath+"/iat",schemaPath:"common.json#/$defs/numeric_date/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs9){
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 253402300799 || isNaN(data2)){
validate123.errors = [{instancePath:instancePath+"/iat",schemaPath:"common.json#/$defs/numeric_date/maximum",keyword:"maximum",params:{comparison: "<=", limit: 253402300799},message:"must be <= 253402300799"}];
return false;
}
else {
if(data2 < 0 || isNaN(data2)){
validate123.errors = [{instancePath:instancePath+"/iat",schemaPath:"common.json#/$defs/numeric_date/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.exp !== undefined){
let data3 = data.exp;
const _errs11 = errors;
const _errs12 = errors;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
validate123.errors = [{instancePath:instancePath+"/exp",schemaPath:"common.json#/$defs/numeric_date/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs12){
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 253402300799 || isNaN(data3)){
validate123.errors = [{instancePath:instancePath+"/exp",schemaPath:"common.json#/$defs/numeric_date/maximum",keyword:"maximum",params:{comparison: "<=", limit: 253402300799},message:"must be <= 253402300799"}];
return false;
}
else {
if(data3 < 0 || isNaN(data3)){
validate123.errors = [{instancePath:instancePath+"/exp",schemaPath:"common.json#/$defs/numeric_date/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.aud !== undefined){
let data4 = data.aud;
const _errs14 = errors;
const _errs15 = errors;
if(errors === _errs15){
if(typeof data4 === "string"){
if(!pattern10.test(data4)){
validate123.errors = [{instancePath:instancePath+"/aud",schemaPath:"common.json#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate123.errors = [{instancePath:instancePath+"/aud",schemaPath:"common.json#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.trade_no !== undefined){
let data5 = data.trade_no;
const _errs17 = errors;
const _errs18 = errors;
if(errors === _errs18){
if(typeof data5 === "string"){
if(!pattern5.test(data5)){
validate123.errors = [{instancePath:instancePath+"/trade_no",schemaPath:"common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate123.errors = [{instancePath:instancePath+"/trade_no",schemaPath:"common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.out_trade_no !== undefined){
let data6 = data.out_trade_no;
const _errs20 = errors;
const _errs21 = errors;
if(errors === _errs21){
if(typeof data6 === "string"){
if(!pattern5.test(data6)){
validate123.errors = [{instancePath:instancePath+"/out_trade_no",schemaPath:"common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate123.errors = [{instancePath:instancePath+"/out_trade_no",schemaPath:"common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs20 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.merchant !== undefined){
let data7 = data.merchant;
const _errs23 = errors;
const _errs24 = errors;
if(errors === _errs24){
if(typeof data7 === "string"){
if(!pattern10.test(data7)){
validate123.errors = [{instancePath:instancePath+"/merchant",schemaPath:"common.json#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate123.errors = [{instancePath:instancePath+"/merchant",schemaPath:"common.json#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs23 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.state !== undefined){
let data8 = data.state;
const _errs26 = errors;
if(typeof data8 !== "string"){
validate123.errors = [{instancePath:instancePath+"/state",schemaPath:"common.json#/$defs/trade_state/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!((((((data8 === "CREATE") || (data8 === "WAIT_BUYER_PAY")) || (data8 === "WAIT_SELLER_FULFILLMENT")) || (data8 === "WAIT_BUYER_RECEIPT")) || (data8 === "TRADE_FINISHED")) || (data8 === "TRADE_CLOSED"))){
validate123.errors = [{instancePath:instancePath+"/state",schemaPath:"common.json#/$defs/trade_state/enum",keyword:"enum",params:{allowedValues: schema52.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs26 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.amount !== undefined){
let data9 = data.amount;
const _errs29 = errors;
const _errs30 = errors;
if(errors === _errs30){
if(typeof data9 === "string"){
if(!pattern6.test(data9)){
validate123.errors = [{instancePath:instancePath+"/amount",schemaPath:"common.json#/$defs/amount/pattern",keyword:"pattern",params:{pattern: "^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"},message:"must match pattern \""+"^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"+"\""}];
return false;
}
}
else {
validate123.errors = [{instancePath:instancePath+"/amount",schemaPath:"common.json#/$defs/amount/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs29 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.payer_amount !== undefined){
let data10 = data.payer_amount;
const _errs32 = errors;
const _errs33 = errors;
if(errors === _errs33){
if(typeof data10 === "string"){
if(!pattern6.test(data10)){
validate123.errors = [{instancePath:instancePath+"/payer_amount",schemaPath:"common.json#/$defs/amount/pattern",keyword:"pattern",params:{pattern: "^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"},message:"must match pattern \""+"^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"+"\""}];
return false;
}
}
else {
validate123.errors = [{instancePath:instancePath+"/payer_amount",schemaPath:"common.json#/$defs/amount/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs32 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.currency !== undefined){
let data11 = data.currency;
const _errs35 = errors;
const _errs36 = errors;
if(errors === _errs36){
if(typeof data11 === "string"){
if(!pattern7.test(data11)){
validate123.errors = [{instancePath:instancePath+"/currency",schemaPath:"common.json#/$defs/currency/pattern",keyword:"pattern",params:{pattern: "^[A-Z]{3}$"},message:"must match pattern \""+"^[A-Z]{3}$"+"\""}];
return false;
}
}
else {
validate123.errors = [{instancePath:instancePath+"/currency",schemaPath:"common.json#/$defs/currency/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs35 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.payee !== undefined){
const _errs38 = errors;
if(!(validate124(data.payee, {instancePath:instancePath+"/payee",parentData:data,parentDataProperty:"payee",rootData}))){
vErrors = vErrors === null ? validate124.errors : vErrors.concat(validate124.errors);
errors = vErrors.length;
}
var valid0 = _errs38 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.quote_digest !== undefined){
let data13 = data.quote_digest;
const _errs39 = errors;
const _errs40 = errors;
if(errors === _errs40){
if(typeof data13 === "string"){
if(!pattern8.test(data13)){
validate123.errors = [{instancePath:instancePath+"/quote_digest",schemaPath:"common.json#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""}];
return false;
}
}
else {
validate123.errors = [{instancePath:instancePath+"/quote_digest",schemaPath:"common.json#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs39 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.request_digest !== undefined){
let data14 = data.request_digest;
const _errs42 = errors;
const _errs43 = errors;
if(errors === _errs43){
if(typeof data14 === "string"){
if(!pattern8.test(data14)){
validate123.errors = [{instancePath:instancePath+"/request_digest",schemaPath:"common.json#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""}];
return false;
}
}
else {
validate123.errors = [{instancePath:instancePath+"/request_digest",schemaPath:"common.json#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs42 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.agent_jkt !== undefined){
let data15 = data.agent_jkt;
const _errs45 = errors;
const _errs46 = errors;
if(errors === _errs46){
if(typeof data15 === "string"){
if(!pattern8.test(data15)){
validate123.errors = [{instancePath:instancePath+"/agent_jkt",schemaPath:"common.json#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""}];
return false;
}
}
else {
validate123.errors = [{instancePath:instancePath+"/agent_jkt",schemaPath:"common.json#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs45 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.authorization_digest !== undefined){
let data16 = data.authorization_digest;
const _errs48 = errors;
const _errs49 = errors;
if(errors === _errs49){
if(typeof data16 === "string"){
if(!pattern8.test(data16)){
validate123.errors = [{instancePath:instancePath+"/authorization_digest",schemaPath:"common.json#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""}];
return false;
}
}
else {
validate123.errors = [{instancePath:instancePath+"/authorization_digest",schemaPath:"common.json#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs48 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.paid_at !== undefined){
let data17 = data.paid_at;
const _errs51 = errors;
const _errs52 = errors;
if(errors === _errs52){
if(typeof data17 === "string"){
if(!pattern9.test(data17)){
validate123.errors = [{instancePath:instancePath+"/paid_at",schemaPath:"common.json#/$defs/utc_time/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"+"\""}];
return false;
}
}
else {
validate123.errors = [{instancePath:instancePath+"/paid_at",schemaPath:"common.json#/$defs/utc_time/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs51 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.resource_id !== undefined){
let data18 = data.resource_id;
const _errs54 = errors;
const _errs55 = errors;
if(errors === _errs55){
if(typeof data18 === "string"){
if(!pattern5.test(data18)){
validate123.errors = [{instancePath:instancePath+"/resource_id",schemaPath:"common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate123.errors = [{instancePath:instancePath+"/resource_id",schemaPath:"common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs54 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.delegation_id !== undefined){
let data19 = data.delegation_id;
const _errs57 = errors;
const _errs58 = errors;
if(errors === _errs58){
if(typeof data19 === "string"){
if(!pattern5.test(data19)){
validate123.errors = [{instancePath:instancePath+"/delegation_id",schemaPath:"common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate123.errors = [{instancePath:instancePath+"/delegation_id",schemaPath:"common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs57 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.confirmation_digest !== undefined){
let data20 = data.confirmation_digest;
const _errs60 = errors;
const _errs61 = errors;
if(errors === _errs61){
if(typeof data20 === "string"){
if(!pattern8.test(data20)){
validate123.errors = [{instancePath:instancePath+"/confirmation_digest",schemaPath:"common.json#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""}];
return false;
}
}
else {
validate123.errors = [{instancePath:instancePath+"/confirmation_digest",schemaPath:"common.json#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs60 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate123.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate123.errors = vErrors;
return errors === 0;
}

export const validateAttestationRecord = validate126;
const schema507 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://openact.example/schemas/1/record.json","title":"AttestationRecord","description":"An off-chain record of one business event, kept by whoever it happened to (TSD-ATT-OFF).","type":"object","additionalProperties":false,"required":["record_id","event_type","event_time","record_time","version","intent_id","salt","payload_hash","hash_algorithm","participants","event_body","signatures"],"properties":{"record_id":{"$ref":"common.json#/$defs/id","description":"Given once, by whoever makes the record."},"event_type":{"$ref":"common.json#/$defs/event_type"},"event_time":{"$ref":"common.json#/$defs/utc_time","description":"When the event happened."},"record_time":{"$ref":"common.json#/$defs/utc_time","description":"When this record was made; never before event_time."},"version":{"type":"string","const":"1","description":"Of this structure: readers choose by it how to read."},"intent_id":{"$ref":"common.json#/$defs/id","description":"The same in every record of one process."},"delegation_id":{"$ref":"common.json#/$defs/id","description":"With every event under a mandate."},"order_no":{"$ref":"common.json#/$defs/id","description":"The merchant's order number (out_trade_no), from the confirmed cart on."},"trade_no":{"$ref":"common.json#/$defs/id","description":"The payment service's number, from the payment on."},"upstream_record_ref":{"$ref":"common.json#/$defs/id","description":"record_id of the event that this one follows from."},"salt":{"$ref":"common.json#/$defs/digest","description":"base64url of 32 random bytes, in one record only."},"payload_hash":{"$ref":"common.json#/$defs/digest","description":"base64url(H(JCS({event_body, participants}) || salt bytes))."},"hash_algorithm":{"$ref":"common.json#/$defs/hash_algorithm"},"participants":{"type":"array","minItems":1,"maxItems":8,"description":"Whoever made the record stands first; nobody stands twice in one role.","items":{"$ref":"#/$defs/participant"}},"event_body":{"description":"What happened, by event_type. No identity data and no account numbers; what is sensitive stands as *_digest.","type":"object"},"signatures":{"type":"array","minItems":1,"maxItems":8,"description":"Each over the whole record except this member (RFC 8785).","items":{"$ref":"#/$defs/signature"}}},"allOf":[{"if":{"type":"object","required":["event_type"],"properties":{"event_type":{"const":"act:delegation:intent-created"}}},"then":{"type":"object","properties":{"event_body":{"$ref":"record/intent-created.json"}}}},{"if":{"type":"object","required":["event_type"],"properties":{"event_type":{"const":"act:delegation:delegation-issued"}}},"then":{"type":"object","required":["delegation_id"],"properties":{"event_body":{"$ref":"record/delegation-issued.json"}}}},{"if":{"type":"object","required":["event_type"],"properties":{"event_type":{"const":"act:delegation:delegation-suspended"}}},"then":{"type":"object","required":["delegation_id"],"properties":{"event_body":{"$ref":"record/delegation-suspended.json"}}}},{"if":{"type":"object","required":["event_type"],"properties":{"event_type":{"const":"act:delegation:delegation-resumed"}}},"then":{"type":"object","required":["delegation_id"],"properties":{"event_body":{"$ref":"record/delegation-resumed.json"}}}},{"if":{"type":"object","required":["event_type"],"properties":{"event_type":{"const":"act:delegation:delegation-revoked"}}},"then":{"type":"object","required":["delegation_id"],"properties":{"event_body":{"$ref":"record/delegation-revoked.json"}}}},{"if":{"type":"object","required":["event_type"],"properties":{"event_type":{"const":"act:delegation:delegation-expired"}}},"then":{"type":"object","required":["delegation_id"],"properties":{"event_body":{"$ref":"record/delegation-expired.json"}}}},{"if":{"type":"object","required":["event_type"],"properties":{"event_type":{"const":"act:commerce:decision-logged"}}},"then":{"type":"object","properties":{"event_body":{"$ref":"record/decision-logged.json"}}}},{"if":{"type":"object","required":["event_type"],"properties":{"event_type":{"const":"act:commerce:cart-confirmed"}}},"then":{"type":"object","required":["order_no"],"properties":{"event_body":{"$ref":"record/cart-confirmed.json"}}}},{"if":{"type":"object","required":["event_type"],"properties":{"event_type":{"const":"act:payment:transaction-completed"}}},"then":{"type":"object","required":["order_no","trade_no"],"properties":{"event_body":{"$ref":"record/transaction-completed.json"}}}},{"if":{"type":"object","required":["event_type"],"properties":{"event_type":{"const":"act:commerce:fulfillment-completed"}}},"then":{"type":"object","required":["order_no","trade_no"],"properties":{"event_body":{"$ref":"record/fulfillment-completed.json"}}}}],"$defs":{"participant":{"title":"RecordParticipant","type":"object","additionalProperties":false,"required":["id","role"],"properties":{"id":{"$ref":"common.json#/$defs/did"},"role":{"type":"string","enum":["PAYER_AGENT","PAYEE_AGENT","MERCHANT","PSP","DELEGATOR_AGENT","ATTESTATION_SERVICE","IAC_ISSUER"]},"represented":{"$ref":"common.json#/$defs/did","description":"For whom the participant acts."}}},"signature":{"title":"RecordSignature","type":"object","additionalProperties":false,"required":["signer","algorithm","value","scope"],"properties":{"signer":{"$ref":"common.json#/$defs/did"},"algorithm":{"type":"string","enum":["ES256","Ed25519"]},"value":{"type":"string","pattern":"^[A-Za-z0-9_-]{85}[AQgw]$","description":"base64url of 64 bytes."},"scope":{"type":"string","const":"RECORD_EXCEPT_SIGNATURES"},"x5c":{"type":"array","items":{"$ref":"common.json#/$defs/certificate"},"minItems":1,"maxItems":3,"description":"An institution's certificate, leaf first."},"kid":{"$ref":"common.json#/$defs/digest","description":"Thumbprint of an agent's key."},"attestation":{"$ref":"common.json#/$defs/compact_jws","description":"act-agent+jwt: the provider's statement about the key that kid names."}},"oneOf":[{"required":["x5c"]},{"required":["kid"]}],"dependentRequired":{"attestation":["kid"]}}}};
const schema526 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://openact.example/schemas/1/record/delegation-suspended.json","title":"DelegationSuspendedBody","description":"event_body of act:delegation:delegation-suspended.","type":"object","additionalProperties":false,"required":["by"],"properties":{"by":{"type":"string","enum":["delegator","risk_control"]}}};
const schema527 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://openact.example/schemas/1/record/delegation-resumed.json","title":"DelegationResumedBody","description":"event_body of act:delegation:delegation-resumed.","type":"object","additionalProperties":false,"required":["by"],"properties":{"by":{"type":"string","enum":["delegator","risk_control"]}}};
const schema508 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://openact.example/schemas/1/record/intent-created.json","title":"IntentCreatedBody","description":"event_body of act:delegation:intent-created: the user has agreed to the structured intent.","type":"object","additionalProperties":false,"required":["intent_digest","delegation_mode","validity_start_time","validity_end_time","max_total_amount","currency"],"properties":{"intent_digest":{"$ref":"../common.json#/$defs/digest","description":"Digest of the structured intent; its words stay with the agent."},"delegation_mode":{"$ref":"../common.json#/$defs/delegation_mode"},"validity_start_time":{"$ref":"../common.json#/$defs/utc_time"},"validity_end_time":{"$ref":"../common.json#/$defs/utc_time"},"max_total_amount":{"$ref":"../common.json#/$defs/amount"},"currency":{"$ref":"../common.json#/$defs/currency"}}};

function validate127(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://openact.example/schemas/1/record/intent-created.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((data.intent_digest === undefined) && (missing0 = "intent_digest")) || ((data.delegation_mode === undefined) && (missing0 = "delegation_mode"))) || ((data.validity_start_time === undefined) && (missing0 = "validity_start_time"))) || ((data.validity_end_time === undefined) && (missing0 = "validity_end_time"))) || ((data.max_total_amount === undefined) && (missing0 = "max_total_amount"))) || ((data.currency === undefined) && (missing0 = "currency"))){
validate127.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((((key0 === "intent_digest") || (key0 === "delegation_mode")) || (key0 === "validity_start_time")) || (key0 === "validity_end_time")) || (key0 === "max_total_amount")) || (key0 === "currency"))){
validate127.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.intent_digest !== undefined){
let data0 = data.intent_digest;
const _errs2 = errors;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data0 === "string"){
if(!pattern8.test(data0)){
validate127.errors = [{instancePath:instancePath+"/intent_digest",schemaPath:"../common.json#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""}];
return false;
}
}
else {
validate127.errors = [{instancePath:instancePath+"/intent_digest",schemaPath:"../common.json#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.delegation_mode !== undefined){
let data1 = data.delegation_mode;
const _errs5 = errors;
if(typeof data1 !== "string"){
validate127.errors = [{instancePath:instancePath+"/delegation_mode",schemaPath:"../common.json#/$defs/delegation_mode/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!((data1 === "SPECIFIED") || (data1 === "BOUNDED"))){
validate127.errors = [{instancePath:instancePath+"/delegation_mode",schemaPath:"../common.json#/$defs/delegation_mode/enum",keyword:"enum",params:{allowedValues: schema101.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.validity_start_time !== undefined){
let data2 = data.validity_start_time;
const _errs8 = errors;
const _errs9 = errors;
if(errors === _errs9){
if(typeof data2 === "string"){
if(!pattern9.test(data2)){
validate127.errors = [{instancePath:instancePath+"/validity_start_time",schemaPath:"../common.json#/$defs/utc_time/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"+"\""}];
return false;
}
}
else {
validate127.errors = [{instancePath:instancePath+"/validity_start_time",schemaPath:"../common.json#/$defs/utc_time/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.validity_end_time !== undefined){
let data3 = data.validity_end_time;
const _errs11 = errors;
const _errs12 = errors;
if(errors === _errs12){
if(typeof data3 === "string"){
if(!pattern9.test(data3)){
validate127.errors = [{instancePath:instancePath+"/validity_end_time",schemaPath:"../common.json#/$defs/utc_time/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"+"\""}];
return false;
}
}
else {
validate127.errors = [{instancePath:instancePath+"/validity_end_time",schemaPath:"../common.json#/$defs/utc_time/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.max_total_amount !== undefined){
let data4 = data.max_total_amount;
const _errs14 = errors;
const _errs15 = errors;
if(errors === _errs15){
if(typeof data4 === "string"){
if(!pattern6.test(data4)){
validate127.errors = [{instancePath:instancePath+"/max_total_amount",schemaPath:"../common.json#/$defs/amount/pattern",keyword:"pattern",params:{pattern: "^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"},message:"must match pattern \""+"^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"+"\""}];
return false;
}
}
else {
validate127.errors = [{instancePath:instancePath+"/max_total_amount",schemaPath:"../common.json#/$defs/amount/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.currency !== undefined){
let data5 = data.currency;
const _errs17 = errors;
const _errs18 = errors;
if(errors === _errs18){
if(typeof data5 === "string"){
if(!pattern7.test(data5)){
validate127.errors = [{instancePath:instancePath+"/currency",schemaPath:"../common.json#/$defs/currency/pattern",keyword:"pattern",params:{pattern: "^[A-Z]{3}$"},message:"must match pattern \""+"^[A-Z]{3}$"+"\""}];
return false;
}
}
else {
validate127.errors = [{instancePath:instancePath+"/currency",schemaPath:"../common.json#/$defs/currency/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
else {
validate127.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate127.errors = vErrors;
return errors === 0;
}

const schema515 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://openact.example/schemas/1/record/delegation-issued.json","title":"DelegationIssuedBody","description":"event_body of act:delegation:delegation-issued: the mandate is signed and Active.","type":"object","additionalProperties":false,"required":["mandate_digest","confirmation_digest","psp_id","agent_jkt","delegation_mode","validity_start_time","validity_end_time","max_total_amount","currency"],"properties":{"mandate_digest":{"$ref":"../common.json#/$defs/digest","description":"Digest of act-mandate+jwt."},"confirmation_digest":{"$ref":"../common.json#/$defs/digest","description":"Digest of the delegator's evidence, as in the mandate."},"psp_id":{"$ref":"../common.json#/$defs/did"},"agent_jkt":{"$ref":"../common.json#/$defs/digest"},"delegation_mode":{"$ref":"../common.json#/$defs/delegation_mode"},"validity_start_time":{"$ref":"../common.json#/$defs/utc_time"},"validity_end_time":{"$ref":"../common.json#/$defs/utc_time"},"max_total_amount":{"$ref":"../common.json#/$defs/amount"},"currency":{"$ref":"../common.json#/$defs/currency"},"parent_delegation_id":{"$ref":"../common.json#/$defs/id","description":"The mandate that this one was handed down from."}}};

function validate129(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://openact.example/schemas/1/record/delegation-issued.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((((data.mandate_digest === undefined) && (missing0 = "mandate_digest")) || ((data.confirmation_digest === undefined) && (missing0 = "confirmation_digest"))) || ((data.psp_id === undefined) && (missing0 = "psp_id"))) || ((data.agent_jkt === undefined) && (missing0 = "agent_jkt"))) || ((data.delegation_mode === undefined) && (missing0 = "delegation_mode"))) || ((data.validity_start_time === undefined) && (missing0 = "validity_start_time"))) || ((data.validity_end_time === undefined) && (missing0 = "validity_end_time"))) || ((data.max_total_amount === undefined) && (missing0 = "max_total_amount"))) || ((data.currency === undefined) && (missing0 = "currency"))){
validate129.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func6.call(schema515.properties, key0))){
validate129.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.mandate_digest !== undefined){
let data0 = data.mandate_digest;
const _errs2 = errors;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data0 === "string"){
if(!pattern8.test(data0)){
validate129.errors = [{instancePath:instancePath+"/mandate_digest",schemaPath:"../common.json#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""}];
return false;
}
}
else {
validate129.errors = [{instancePath:instancePath+"/mandate_digest",schemaPath:"../common.json#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.confirmation_digest !== undefined){
let data1 = data.confirmation_digest;
const _errs5 = errors;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data1 === "string"){
if(!pattern8.test(data1)){
validate129.errors = [{instancePath:instancePath+"/confirmation_digest",schemaPath:"../common.json#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""}];
return false;
}
}
else {
validate129.errors = [{instancePath:instancePath+"/confirmation_digest",schemaPath:"../common.json#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.psp_id !== undefined){
let data2 = data.psp_id;
const _errs8 = errors;
const _errs9 = errors;
if(errors === _errs9){
if(typeof data2 === "string"){
if(!pattern10.test(data2)){
validate129.errors = [{instancePath:instancePath+"/psp_id",schemaPath:"../common.json#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate129.errors = [{instancePath:instancePath+"/psp_id",schemaPath:"../common.json#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.agent_jkt !== undefined){
let data3 = data.agent_jkt;
const _errs11 = errors;
const _errs12 = errors;
if(errors === _errs12){
if(typeof data3 === "string"){
if(!pattern8.test(data3)){
validate129.errors = [{instancePath:instancePath+"/agent_jkt",schemaPath:"../common.json#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""}];
return false;
}
}
else {
validate129.errors = [{instancePath:instancePath+"/agent_jkt",schemaPath:"../common.json#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.delegation_mode !== undefined){
let data4 = data.delegation_mode;
const _errs14 = errors;
if(typeof data4 !== "string"){
validate129.errors = [{instancePath:instancePath+"/delegation_mode",schemaPath:"../common.json#/$defs/delegation_mode/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!((data4 === "SPECIFIED") || (data4 === "BOUNDED"))){
validate129.errors = [{instancePath:instancePath+"/delegation_mode",schemaPath:"../common.json#/$defs/delegation_mode/enum",keyword:"enum",params:{allowedValues: schema101.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.validity_start_time !== undefined){
let data5 = data.validity_start_time;
const _errs17 = errors;
const _errs18 = errors;
if(errors === _errs18){
if(typeof data5 === "string"){
if(!pattern9.test(data5)){
validate129.errors = [{instancePath:instancePath+"/validity_start_time",schemaPath:"../common.json#/$defs/utc_time/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"+"\""}];
return false;
}
}
else {
validate129.errors = [{instancePath:instancePath+"/validity_start_time",schemaPath:"../common.json#/$defs/utc_time/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.validity_end_time !== undefined){
let data6 = data.validity_end_time;
const _errs20 = errors;
const _errs21 = errors;
if(errors === _errs21){
if(typeof data6 === "string"){
if(!pattern9.test(data6)){
validate129.errors = [{instancePath:instancePath+"/validity_end_time",schemaPath:"../common.json#/$defs/utc_time/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"+"\""}];
return false;
}
}
else {
validate129.errors = [{instancePath:instancePath+"/validity_end_time",schemaPath:"../common.json#/$defs/utc_time/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs20 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.max_total_amount !== undefined){
let data7 = data.max_total_amount;
const _errs23 = errors;
const _errs24 = errors;
if(errors === _errs24){
if(typeof data7 === "string"){
if(!pattern6.test(data7)){
validate129.errors = [{instancePath:instancePath+"/max_total_amount",schemaPath:"../common.json#/$defs/amount/pattern",keyword:"pattern",params:{pattern: "^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"},message:"must match pattern \""+"^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"+"\""}];
return false;
}
}
else {
validate129.errors = [{instancePath:instancePath+"/max_total_amount",schemaPath:"../common.json#/$defs/amount/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs23 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.currency !== undefined){
let data8 = data.currency;
const _errs26 = errors;
const _errs27 = errors;
if(errors === _errs27){
if(typeof data8 === "string"){
if(!pattern7.test(data8)){
validate129.errors = [{instancePath:instancePath+"/currency",schemaPath:"../common.json#/$defs/currency/pattern",keyword:"pattern",params:{pattern: "^[A-Z]{3}$"},message:"must match pattern \""+"^[A-Z]{3}$"+"\""}];
return false;
}
}
else {
validate129.errors = [{instancePath:instancePath+"/currency",schemaPath:"../common.json#/$defs/currency/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs26 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.parent_delegation_id !== undefined){
let data9 = data.parent_delegation_id;
const _errs29 = errors;
const _errs30 = errors;
if(errors === _errs30){
if(typeof data9 === "string"){
if(!pattern5.test(data9)){
validate129.errors = [{instancePath:instancePath+"/parent_delegation_id",schemaPath:"../common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate129.errors = [{instancePath:instancePath+"/parent_delegation_id",schemaPath:"../common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs29 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate129.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate129.errors = vErrors;
return errors === 0;
}

const schema528 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://openact.example/schemas/1/record/delegation-revoked.json","title":"DelegationRevokedBody","description":"event_body of act:delegation:delegation-revoked.","type":"object","additionalProperties":false,"required":["by"],"properties":{"by":{"type":"string","enum":["delegator","agent"]},"revoked_with":{"$ref":"../common.json#/$defs/id","description":"The mandate above it whose revocation revoked this one."}}};

function validate131(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://openact.example/schemas/1/record/delegation-revoked.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.by === undefined) && (missing0 = "by")){
validate131.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "by") || (key0 === "revoked_with"))){
validate131.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.by !== undefined){
let data0 = data.by;
const _errs2 = errors;
if(typeof data0 !== "string"){
validate131.errors = [{instancePath:instancePath+"/by",schemaPath:"#/properties/by/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!((data0 === "delegator") || (data0 === "agent"))){
validate131.errors = [{instancePath:instancePath+"/by",schemaPath:"#/properties/by/enum",keyword:"enum",params:{allowedValues: schema528.properties.by.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.revoked_with !== undefined){
let data1 = data.revoked_with;
const _errs4 = errors;
const _errs5 = errors;
if(errors === _errs5){
if(typeof data1 === "string"){
if(!pattern5.test(data1)){
validate131.errors = [{instancePath:instancePath+"/revoked_with",schemaPath:"../common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate131.errors = [{instancePath:instancePath+"/revoked_with",schemaPath:"../common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
validate131.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate131.errors = vErrors;
return errors === 0;
}

const schema530 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://openact.example/schemas/1/record/delegation-expired.json","title":"DelegationExpiredBody","description":"event_body of act:delegation:delegation-expired: the end time has passed.","type":"object","additionalProperties":false,"required":["validity_end_time"],"properties":{"validity_end_time":{"$ref":"../common.json#/$defs/utc_time"}}};

function validate133(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://openact.example/schemas/1/record/delegation-expired.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.validity_end_time === undefined) && (missing0 = "validity_end_time")){
validate133.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(key0 === "validity_end_time")){
validate133.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.validity_end_time !== undefined){
let data0 = data.validity_end_time;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data0 === "string"){
if(!pattern9.test(data0)){
validate133.errors = [{instancePath:instancePath+"/validity_end_time",schemaPath:"../common.json#/$defs/utc_time/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"+"\""}];
return false;
}
}
else {
validate133.errors = [{instancePath:instancePath+"/validity_end_time",schemaPath:"../common.json#/$defs/utc_time/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
}
}
}
}
else {
validate133.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate133.errors = vErrors;
return errors === 0;
}

const schema532 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://openact.example/schemas/1/record/decision-logged.json","title":"DecisionLoggedBody","description":"event_body of act:commerce:decision-logged: the agent has compared what it was offered.","type":"object","additionalProperties":false,"required":["decision_digest","sellers_asked","offers","outcome"],"properties":{"decision_digest":{"$ref":"../common.json#/$defs/digest","description":"Digest of the agent's record of the decision."},"sellers_asked":{"type":"integer","minimum":0,"maximum":1000},"offers":{"type":"integer","minimum":0,"maximum":100000},"outcome":{"type":"string","enum":["CHOSEN","NONE"]},"counterparty":{"$ref":"../common.json#/$defs/did"},"amount":{"$ref":"../common.json#/$defs/amount"},"currency":{"$ref":"../common.json#/$defs/currency"}},"dependentRequired":{"counterparty":["amount","currency"],"amount":["counterparty"]}};

function validate135(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://openact.example/schemas/1/record/decision-logged.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.decision_digest === undefined) && (missing0 = "decision_digest")) || ((data.sellers_asked === undefined) && (missing0 = "sellers_asked"))) || ((data.offers === undefined) && (missing0 = "offers"))) || ((data.outcome === undefined) && (missing0 = "outcome"))){
validate135.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((((key0 === "decision_digest") || (key0 === "sellers_asked")) || (key0 === "offers")) || (key0 === "outcome")) || (key0 === "counterparty")) || (key0 === "amount")) || (key0 === "currency"))){
validate135.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.decision_digest !== undefined){
let data0 = data.decision_digest;
const _errs2 = errors;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data0 === "string"){
if(!pattern8.test(data0)){
validate135.errors = [{instancePath:instancePath+"/decision_digest",schemaPath:"../common.json#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""}];
return false;
}
}
else {
validate135.errors = [{instancePath:instancePath+"/decision_digest",schemaPath:"../common.json#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sellers_asked !== undefined){
let data1 = data.sellers_asked;
const _errs5 = errors;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
validate135.errors = [{instancePath:instancePath+"/sellers_asked",schemaPath:"#/properties/sellers_asked/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs5){
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 1000 || isNaN(data1)){
validate135.errors = [{instancePath:instancePath+"/sellers_asked",schemaPath:"#/properties/sellers_asked/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000"}];
return false;
}
else {
if(data1 < 0 || isNaN(data1)){
validate135.errors = [{instancePath:instancePath+"/sellers_asked",schemaPath:"#/properties/sellers_asked/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.offers !== undefined){
let data2 = data.offers;
const _errs7 = errors;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
validate135.errors = [{instancePath:instancePath+"/offers",schemaPath:"#/properties/offers/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs7){
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 100000 || isNaN(data2)){
validate135.errors = [{instancePath:instancePath+"/offers",schemaPath:"#/properties/offers/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000},message:"must be <= 100000"}];
return false;
}
else {
if(data2 < 0 || isNaN(data2)){
validate135.errors = [{instancePath:instancePath+"/offers",schemaPath:"#/properties/offers/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.outcome !== undefined){
let data3 = data.outcome;
const _errs9 = errors;
if(typeof data3 !== "string"){
validate135.errors = [{instancePath:instancePath+"/outcome",schemaPath:"#/properties/outcome/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!((data3 === "CHOSEN") || (data3 === "NONE"))){
validate135.errors = [{instancePath:instancePath+"/outcome",schemaPath:"#/properties/outcome/enum",keyword:"enum",params:{allowedValues: schema532.properties.outcome.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.counterparty !== undefined){
let data4 = data.counterparty;
const _errs11 = errors;
const _errs12 = errors;
if(errors === _errs12){
if(typeof data4 === "string"){
if(!pattern10.test(data4)){
validate135.errors = [{instancePath:instancePath+"/counterparty",schemaPath:"../common.json#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate135.errors = [{instancePath:instancePath+"/counterparty",schemaPath:"../common.json#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.amount !== undefined){
let data5 = data.amount;
const _errs14 = errors;
const _errs15 = errors;
if(errors === _errs15){
if(typeof data5 === "string"){
if(!pattern6.test(data5)){
validate135.errors = [{instancePath:instancePath+"/amount",schemaPath:"../common.json#/$defs/amount/pattern",keyword:"pattern",params:{pattern: "^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"},message:"must match pattern \""+"^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"+"\""}];
return false;
}
}
else {
validate135.errors = [{instancePath:instancePath+"/amount",schemaPath:"../common.json#/$defs/amount/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.currency !== undefined){
let data6 = data.currency;
const _errs17 = errors;
const _errs18 = errors;
if(errors === _errs18){
if(typeof data6 === "string"){
if(!pattern7.test(data6)){
validate135.errors = [{instancePath:instancePath+"/currency",schemaPath:"../common.json#/$defs/currency/pattern",keyword:"pattern",params:{pattern: "^[A-Z]{3}$"},message:"must match pattern \""+"^[A-Z]{3}$"+"\""}];
return false;
}
}
else {
validate135.errors = [{instancePath:instancePath+"/currency",schemaPath:"../common.json#/$defs/currency/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
let missing1;
if(data.counterparty !== undefined && (((data.amount === undefined) && (missing1 = "amount")) || ((data.currency === undefined) && (missing1 = "currency")))){
validate135.errors = [{instancePath,schemaPath:"#/dependentRequired",keyword:"dependentRequired",params:{property: "counterparty",
    missingProperty: missing1,
    depsCount: 2,
    deps: "amount, currency"},message:"must have properties amount, currency when property counterparty is present"}];
return false;
}
else {
if(data.amount !== undefined && ((data.counterparty === undefined) && (missing1 = "counterparty"))){
validate135.errors = [{instancePath,schemaPath:"#/dependentRequired",keyword:"dependentRequired",params:{property: "amount",
    missingProperty: missing1,
    depsCount: 1,
    deps: "counterparty"},message:"must have property counterparty when property amount is present"}];
return false;
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate135.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate135.errors = vErrors;
return errors === 0;
}

const schema537 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://openact.example/schemas/1/record/cart-confirmed.json","title":"CartConfirmedBody","description":"event_body of act:commerce:cart-confirmed: the transaction confirmation is formed and may be paid.","type":"object","additionalProperties":false,"required":["counterparty","quote_digest","amount","payer_amount","currency","pay_before"],"properties":{"counterparty":{"$ref":"../common.json#/$defs/did"},"quote_digest":{"$ref":"../common.json#/$defs/digest"},"transaction_confirmation_digest":{"$ref":"../common.json#/$defs/digest","description":"Digest of the transaction confirmation; absent for a bill on access, whose quote says all."},"amount":{"$ref":"../common.json#/$defs/amount"},"payer_amount":{"$ref":"../common.json#/$defs/amount"},"currency":{"$ref":"../common.json#/$defs/currency"},"pay_before":{"$ref":"../common.json#/$defs/utc_time"},"resource_id":{"$ref":"../common.json#/$defs/id","description":"What is paid for on access."}}};

function validate137(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://openact.example/schemas/1/record/cart-confirmed.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((data.counterparty === undefined) && (missing0 = "counterparty")) || ((data.quote_digest === undefined) && (missing0 = "quote_digest"))) || ((data.amount === undefined) && (missing0 = "amount"))) || ((data.payer_amount === undefined) && (missing0 = "payer_amount"))) || ((data.currency === undefined) && (missing0 = "currency"))) || ((data.pay_before === undefined) && (missing0 = "pay_before"))){
validate137.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((((((key0 === "counterparty") || (key0 === "quote_digest")) || (key0 === "transaction_confirmation_digest")) || (key0 === "amount")) || (key0 === "payer_amount")) || (key0 === "currency")) || (key0 === "pay_before")) || (key0 === "resource_id"))){
validate137.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.counterparty !== undefined){
let data0 = data.counterparty;
const _errs2 = errors;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data0 === "string"){
if(!pattern10.test(data0)){
validate137.errors = [{instancePath:instancePath+"/counterparty",schemaPath:"../common.json#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate137.errors = [{instancePath:instancePath+"/counterparty",schemaPath:"../common.json#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.quote_digest !== undefined){
let data1 = data.quote_digest;
const _errs5 = errors;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data1 === "string"){
if(!pattern8.test(data1)){
validate137.errors = [{instancePath:instancePath+"/quote_digest",schemaPath:"../common.json#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""}];
return false;
}
}
else {
validate137.errors = [{instancePath:instancePath+"/quote_digest",schemaPath:"../common.json#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.transaction_confirmation_digest !== undefined){
let data2 = data.transaction_confirmation_digest;
const _errs8 = errors;
const _errs9 = errors;
if(errors === _errs9){
if(typeof data2 === "string"){
if(!pattern8.test(data2)){
validate137.errors = [{instancePath:instancePath+"/transaction_confirmation_digest",schemaPath:"../common.json#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""}];
return false;
}
}
else {
validate137.errors = [{instancePath:instancePath+"/transaction_confirmation_digest",schemaPath:"../common.json#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.amount !== undefined){
let data3 = data.amount;
const _errs11 = errors;
const _errs12 = errors;
if(errors === _errs12){
if(typeof data3 === "string"){
if(!pattern6.test(data3)){
validate137.errors = [{instancePath:instancePath+"/amount",schemaPath:"../common.json#/$defs/amount/pattern",keyword:"pattern",params:{pattern: "^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"},message:"must match pattern \""+"^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"+"\""}];
return false;
}
}
else {
validate137.errors = [{instancePath:instancePath+"/amount",schemaPath:"../common.json#/$defs/amount/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.payer_amount !== undefined){
let data4 = data.payer_amount;
const _errs14 = errors;
const _errs15 = errors;
if(errors === _errs15){
if(typeof data4 === "string"){
if(!pattern6.test(data4)){
validate137.errors = [{instancePath:instancePath+"/payer_amount",schemaPath:"../common.json#/$defs/amount/pattern",keyword:"pattern",params:{pattern: "^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"},message:"must match pattern \""+"^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"+"\""}];
return false;
}
}
else {
validate137.errors = [{instancePath:instancePath+"/payer_amount",schemaPath:"../common.json#/$defs/amount/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.currency !== undefined){
let data5 = data.currency;
const _errs17 = errors;
const _errs18 = errors;
if(errors === _errs18){
if(typeof data5 === "string"){
if(!pattern7.test(data5)){
validate137.errors = [{instancePath:instancePath+"/currency",schemaPath:"../common.json#/$defs/currency/pattern",keyword:"pattern",params:{pattern: "^[A-Z]{3}$"},message:"must match pattern \""+"^[A-Z]{3}$"+"\""}];
return false;
}
}
else {
validate137.errors = [{instancePath:instancePath+"/currency",schemaPath:"../common.json#/$defs/currency/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.pay_before !== undefined){
let data6 = data.pay_before;
const _errs20 = errors;
const _errs21 = errors;
if(errors === _errs21){
if(typeof data6 === "string"){
if(!pattern9.test(data6)){
validate137.errors = [{instancePath:instancePath+"/pay_before",schemaPath:"../common.json#/$defs/utc_time/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"+"\""}];
return false;
}
}
else {
validate137.errors = [{instancePath:instancePath+"/pay_before",schemaPath:"../common.json#/$defs/utc_time/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs20 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.resource_id !== undefined){
let data7 = data.resource_id;
const _errs23 = errors;
const _errs24 = errors;
if(errors === _errs24){
if(typeof data7 === "string"){
if(!pattern5.test(data7)){
validate137.errors = [{instancePath:instancePath+"/resource_id",schemaPath:"../common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate137.errors = [{instancePath:instancePath+"/resource_id",schemaPath:"../common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs23 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
else {
validate137.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate137.errors = vErrors;
return errors === 0;
}

const schema546 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://openact.example/schemas/1/record/transaction-completed.json","title":"TransactionCompletedBody","description":"event_body of act:payment:transaction-completed: the money has moved. Who let it: a mandate, or at act:L1 a confirmation.","type":"object","additionalProperties":false,"required":["merchant","agent_id","quote_digest","request_digest","amount","payer_amount","currency","state"],"properties":{"merchant":{"$ref":"../common.json#/$defs/did"},"agent_id":{"$ref":"../common.json#/$defs/did"},"quote_digest":{"$ref":"../common.json#/$defs/digest"},"request_digest":{"$ref":"../common.json#/$defs/digest"},"mandate_digest":{"$ref":"../common.json#/$defs/digest"},"confirmation_digest":{"$ref":"../common.json#/$defs/digest"},"amount":{"$ref":"../common.json#/$defs/amount"},"payer_amount":{"$ref":"../common.json#/$defs/amount"},"currency":{"$ref":"../common.json#/$defs/currency"},"state":{"$ref":"../common.json#/$defs/trade_state"}},"oneOf":[{"required":["mandate_digest"]},{"required":["confirmation_digest"]}]};

function validate139(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://openact.example/schemas/1/record/transaction-completed.json" */;
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = false;
let passing0 = null;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.mandate_digest === undefined) && (missing0 = "mandate_digest")){
const err0 = {instancePath,schemaPath:"#/oneOf/0/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
var _valid0 = _errs2 === errors;
if(_valid0){
valid0 = true;
passing0 = 0;
}
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if((data.confirmation_digest === undefined) && (missing1 = "confirmation_digest")){
const err1 = {instancePath,schemaPath:"#/oneOf/1/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
var _valid0 = _errs3 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid0 = true;
passing0 = 1;
}
}
if(!valid0){
const err2 = {instancePath,schemaPath:"#/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
validate139.errors = vErrors;
return false;
}
else {
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing2;
if(((((((((data.merchant === undefined) && (missing2 = "merchant")) || ((data.agent_id === undefined) && (missing2 = "agent_id"))) || ((data.quote_digest === undefined) && (missing2 = "quote_digest"))) || ((data.request_digest === undefined) && (missing2 = "request_digest"))) || ((data.amount === undefined) && (missing2 = "amount"))) || ((data.payer_amount === undefined) && (missing2 = "payer_amount"))) || ((data.currency === undefined) && (missing2 = "currency"))) || ((data.state === undefined) && (missing2 = "state"))){
validate139.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"}];
return false;
}
else {
const _errs4 = errors;
for(const key0 in data){
if(!(func6.call(schema546.properties, key0))){
validate139.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs4 === errors){
if(data.merchant !== undefined){
let data0 = data.merchant;
const _errs5 = errors;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data0 === "string"){
if(!pattern10.test(data0)){
validate139.errors = [{instancePath:instancePath+"/merchant",schemaPath:"../common.json#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate139.errors = [{instancePath:instancePath+"/merchant",schemaPath:"../common.json#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid1 = _errs5 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.agent_id !== undefined){
let data1 = data.agent_id;
const _errs8 = errors;
const _errs9 = errors;
if(errors === _errs9){
if(typeof data1 === "string"){
if(!pattern10.test(data1)){
validate139.errors = [{instancePath:instancePath+"/agent_id",schemaPath:"../common.json#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate139.errors = [{instancePath:instancePath+"/agent_id",schemaPath:"../common.json#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid1 = _errs8 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.quote_digest !== undefined){
let data2 = data.quote_digest;
const _errs11 = errors;
const _errs12 = errors;
if(errors === _errs12){
if(typeof data2 === "string"){
if(!pattern8.test(data2)){
validate139.errors = [{instancePath:instancePath+"/quote_digest",schemaPath:"../common.json#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""}];
return false;
}
}
else {
validate139.errors = [{instancePath:instancePath+"/quote_digest",schemaPath:"../common.json#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid1 = _errs11 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.request_digest !== undefined){
let data3 = data.request_digest;
const _errs14 = errors;
const _errs15 = errors;
if(errors === _errs15){
if(typeof data3 === "string"){
if(!pattern8.test(data3)){
validate139.errors = [{instancePath:instancePath+"/request_digest",schemaPath:"../common.json#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""}];
return false;
}
}
else {
validate139.errors = [{instancePath:instancePath+"/request_digest",schemaPath:"../common.json#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid1 = _errs14 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.mandate_digest !== undefined){
let data4 = data.mandate_digest;
const _errs17 = errors;
const _errs18 = errors;
if(errors === _errs18){
if(typeof data4 === "string"){
if(!pattern8.test(data4)){
validate139.errors = [{instancePath:instancePath+"/mandate_digest",schemaPath:"../common.json#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""}];
return false;
}
}
else {
validate139.errors = [{instancePath:instancePath+"/mandate_digest",schemaPath:"../common.json#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid1 = _errs17 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.confirmation_digest !== undefined){
let data5 = data.confirmation_digest;
const _errs20 = errors;
const _errs21 = errors;
if(errors === _errs21){
if(typeof data5 === "string"){
if(!pattern8.test(data5)){
validate139.errors = [{instancePath:instancePath+"/confirmation_digest",schemaPath:"../common.json#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""}];
return false;
}
}
else {
validate139.errors = [{instancePath:instancePath+"/confirmation_digest",schemaPath:"../common.json#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid1 = _errs20 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.amount !== undefined){
let data6 = data.amount;
const _errs23 = errors;
const _errs24 = errors;
if(errors === _errs24){
if(typeof data6 === "string"){
if(!pattern6.test(data6)){
validate139.errors = [{instancePath:instancePath+"/amount",schemaPath:"../common.json#/$defs/amount/pattern",keyword:"pattern",params:{pattern: "^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"},message:"must match pattern \""+"^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"+"\""}];
return false;
}
}
else {
validate139.errors = [{instancePath:instancePath+"/amount",schemaPath:"../common.json#/$defs/amount/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid1 = _errs23 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.payer_amount !== undefined){
let data7 = data.payer_amount;
const _errs26 = errors;
const _errs27 = errors;
if(errors === _errs27){
if(typeof data7 === "string"){
if(!pattern6.test(data7)){
validate139.errors = [{instancePath:instancePath+"/payer_amount",schemaPath:"../common.json#/$defs/amount/pattern",keyword:"pattern",params:{pattern: "^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"},message:"must match pattern \""+"^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"+"\""}];
return false;
}
}
else {
validate139.errors = [{instancePath:instancePath+"/payer_amount",schemaPath:"../common.json#/$defs/amount/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid1 = _errs26 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.currency !== undefined){
let data8 = data.currency;
const _errs29 = errors;
const _errs30 = errors;
if(errors === _errs30){
if(typeof data8 === "string"){
if(!pattern7.test(data8)){
validate139.errors = [{instancePath:instancePath+"/currency",schemaPath:"../common.json#/$defs/currency/pattern",keyword:"pattern",params:{pattern: "^[A-Z]{3}$"},message:"must match pattern \""+"^[A-Z]{3}$"+"\""}];
return false;
}
}
else {
validate139.errors = [{instancePath:instancePath+"/currency",schemaPath:"../common.json#/$defs/currency/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid1 = _errs29 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.state !== undefined){
let data9 = data.state;
const _errs32 = errors;
if(typeof data9 !== "string"){
validate139.errors = [{instancePath:instancePath+"/state",schemaPath:"../common.json#/$defs/trade_state/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!((((((data9 === "CREATE") || (data9 === "WAIT_BUYER_PAY")) || (data9 === "WAIT_SELLER_FULFILLMENT")) || (data9 === "WAIT_BUYER_RECEIPT")) || (data9 === "TRADE_FINISHED")) || (data9 === "TRADE_CLOSED"))){
validate139.errors = [{instancePath:instancePath+"/state",schemaPath:"../common.json#/$defs/trade_state/enum",keyword:"enum",params:{allowedValues: schema52.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid1 = _errs32 === errors;
}
else {
var valid1 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate139.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate139.errors = vErrors;
return errors === 0;
}

const schema557 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://openact.example/schemas/1/record/fulfillment-completed.json","title":"FulfillmentCompletedBody","description":"event_body of act:commerce:fulfillment-completed: the order was delivered.","type":"object","additionalProperties":false,"required":["psp_id","agent_id","quote_digest","receipt_digest","delivered_digest","amount","currency"],"properties":{"psp_id":{"$ref":"../common.json#/$defs/did"},"agent_id":{"$ref":"../common.json#/$defs/did"},"quote_digest":{"$ref":"../common.json#/$defs/digest"},"receipt_digest":{"$ref":"../common.json#/$defs/digest","description":"Of the receipt that it was delivered for."},"delivered_digest":{"$ref":"../common.json#/$defs/digest","description":"Digest of what was handed over."},"amount":{"$ref":"../common.json#/$defs/amount"},"currency":{"$ref":"../common.json#/$defs/currency"},"resource_id":{"$ref":"../common.json#/$defs/id"}}};

function validate141(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://openact.example/schemas/1/record/fulfillment-completed.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((data.psp_id === undefined) && (missing0 = "psp_id")) || ((data.agent_id === undefined) && (missing0 = "agent_id"))) || ((data.quote_digest === undefined) && (missing0 = "quote_digest"))) || ((data.receipt_digest === undefined) && (missing0 = "receipt_digest"))) || ((data.delivered_digest === undefined) && (missing0 = "delivered_digest"))) || ((data.amount === undefined) && (missing0 = "amount"))) || ((data.currency === undefined) && (missing0 = "currency"))){
validate141.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((((((key0 === "psp_id") || (key0 === "agent_id")) || (key0 === "quote_digest")) || (key0 === "receipt_digest")) || (key0 === "delivered_digest")) || (key0 === "amount")) || (key0 === "currency")) || (key0 === "resource_id"))){
validate141.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.psp_id !== undefined){
let data0 = data.psp_id;
const _errs2 = errors;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data0 === "string"){
if(!pattern10.test(data0)){
validate141.errors = [{instancePath:instancePath+"/psp_id",schemaPath:"../common.json#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate141.errors = [{instancePath:instancePath+"/psp_id",schemaPath:"../common.json#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.agent_id !== undefined){
let data1 = data.agent_id;
const _errs5 = errors;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data1 === "string"){
if(!pattern10.test(data1)){
validate141.errors = [{instancePath:instancePath+"/agent_id",schemaPath:"../common.json#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate141.errors = [{instancePath:instancePath+"/agent_id",schemaPath:"../common.json#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.quote_digest !== undefined){
let data2 = data.quote_digest;
const _errs8 = errors;
const _errs9 = errors;
if(errors === _errs9){
if(typeof data2 === "string"){
if(!pattern8.test(data2)){
validate141.errors = [{instancePath:instancePath+"/quote_digest",schemaPath:"../common.json#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""}];
return false;
}
}
else {
validate141.errors = [{instancePath:instancePath+"/quote_digest",schemaPath:"../common.json#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.receipt_digest !== undefined){
let data3 = data.receipt_digest;
const _errs11 = errors;
const _errs12 = errors;
if(errors === _errs12){
if(typeof data3 === "string"){
if(!pattern8.test(data3)){
validate141.errors = [{instancePath:instancePath+"/receipt_digest",schemaPath:"../common.json#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""}];
return false;
}
}
else {
validate141.errors = [{instancePath:instancePath+"/receipt_digest",schemaPath:"../common.json#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.delivered_digest !== undefined){
let data4 = data.delivered_digest;
const _errs14 = errors;
const _errs15 = errors;
if(errors === _errs15){
if(typeof data4 === "string"){
if(!pattern8.test(data4)){
validate141.errors = [{instancePath:instancePath+"/delivered_digest",schemaPath:"../common.json#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""}];
return false;
}
}
else {
validate141.errors = [{instancePath:instancePath+"/delivered_digest",schemaPath:"../common.json#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.amount !== undefined){
let data5 = data.amount;
const _errs17 = errors;
const _errs18 = errors;
if(errors === _errs18){
if(typeof data5 === "string"){
if(!pattern6.test(data5)){
validate141.errors = [{instancePath:instancePath+"/amount",schemaPath:"../common.json#/$defs/amount/pattern",keyword:"pattern",params:{pattern: "^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"},message:"must match pattern \""+"^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"+"\""}];
return false;
}
}
else {
validate141.errors = [{instancePath:instancePath+"/amount",schemaPath:"../common.json#/$defs/amount/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.currency !== undefined){
let data6 = data.currency;
const _errs20 = errors;
const _errs21 = errors;
if(errors === _errs21){
if(typeof data6 === "string"){
if(!pattern7.test(data6)){
validate141.errors = [{instancePath:instancePath+"/currency",schemaPath:"../common.json#/$defs/currency/pattern",keyword:"pattern",params:{pattern: "^[A-Z]{3}$"},message:"must match pattern \""+"^[A-Z]{3}$"+"\""}];
return false;
}
}
else {
validate141.errors = [{instancePath:instancePath+"/currency",schemaPath:"../common.json#/$defs/currency/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs20 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.resource_id !== undefined){
let data7 = data.resource_id;
const _errs23 = errors;
const _errs24 = errors;
if(errors === _errs24){
if(typeof data7 === "string"){
if(!pattern5.test(data7)){
validate141.errors = [{instancePath:instancePath+"/resource_id",schemaPath:"../common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate141.errors = [{instancePath:instancePath+"/resource_id",schemaPath:"../common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs23 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
else {
validate141.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate141.errors = vErrors;
return errors === 0;
}

const schema578 = {"title":"RecordParticipant","type":"object","additionalProperties":false,"required":["id","role"],"properties":{"id":{"$ref":"common.json#/$defs/did"},"role":{"type":"string","enum":["PAYER_AGENT","PAYEE_AGENT","MERCHANT","PSP","DELEGATOR_AGENT","ATTESTATION_SERVICE","IAC_ISSUER"]},"represented":{"$ref":"common.json#/$defs/did","description":"For whom the participant acts."}}};

function validate143(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.id === undefined) && (missing0 = "id")) || ((data.role === undefined) && (missing0 = "role"))){
validate143.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((key0 === "id") || (key0 === "role")) || (key0 === "represented"))){
validate143.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.id !== undefined){
let data0 = data.id;
const _errs2 = errors;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data0 === "string"){
if(!pattern10.test(data0)){
validate143.errors = [{instancePath:instancePath+"/id",schemaPath:"common.json#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate143.errors = [{instancePath:instancePath+"/id",schemaPath:"common.json#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.role !== undefined){
let data1 = data.role;
const _errs5 = errors;
if(typeof data1 !== "string"){
validate143.errors = [{instancePath:instancePath+"/role",schemaPath:"#/properties/role/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!(((((((data1 === "PAYER_AGENT") || (data1 === "PAYEE_AGENT")) || (data1 === "MERCHANT")) || (data1 === "PSP")) || (data1 === "DELEGATOR_AGENT")) || (data1 === "ATTESTATION_SERVICE")) || (data1 === "IAC_ISSUER"))){
validate143.errors = [{instancePath:instancePath+"/role",schemaPath:"#/properties/role/enum",keyword:"enum",params:{allowedValues: schema578.properties.role.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.represented !== undefined){
let data2 = data.represented;
const _errs7 = errors;
const _errs8 = errors;
if(errors === _errs8){
if(typeof data2 === "string"){
if(!pattern10.test(data2)){
validate143.errors = [{instancePath:instancePath+"/represented",schemaPath:"common.json#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate143.errors = [{instancePath:instancePath+"/represented",schemaPath:"common.json#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
validate143.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate143.errors = vErrors;
return errors === 0;
}

const schema581 = {"title":"RecordSignature","type":"object","additionalProperties":false,"required":["signer","algorithm","value","scope"],"properties":{"signer":{"$ref":"common.json#/$defs/did"},"algorithm":{"type":"string","enum":["ES256","Ed25519"]},"value":{"type":"string","pattern":"^[A-Za-z0-9_-]{85}[AQgw]$","description":"base64url of 64 bytes."},"scope":{"type":"string","const":"RECORD_EXCEPT_SIGNATURES"},"x5c":{"type":"array","items":{"$ref":"common.json#/$defs/certificate"},"minItems":1,"maxItems":3,"description":"An institution's certificate, leaf first."},"kid":{"$ref":"common.json#/$defs/digest","description":"Thumbprint of an agent's key."},"attestation":{"$ref":"common.json#/$defs/compact_jws","description":"act-agent+jwt: the provider's statement about the key that kid names."}},"oneOf":[{"required":["x5c"]},{"required":["kid"]}],"dependentRequired":{"attestation":["kid"]}};
const schema583 = {"description":"base64 (not url-safe) of a DER certificate.","type":"string","maxLength":8192,"pattern":"^[A-Za-z0-9+/]+={0,2}$"};
const pattern425 = new RegExp("^[A-Za-z0-9_-]{85}[AQgw]$", "u");
const pattern426 = new RegExp("^[A-Za-z0-9+/]+={0,2}$", "u");

function validate145(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = false;
let passing0 = null;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.x5c === undefined) && (missing0 = "x5c")){
const err0 = {instancePath,schemaPath:"#/oneOf/0/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
var _valid0 = _errs2 === errors;
if(_valid0){
valid0 = true;
passing0 = 0;
}
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if((data.kid === undefined) && (missing1 = "kid")){
const err1 = {instancePath,schemaPath:"#/oneOf/1/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
var _valid0 = _errs3 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid0 = true;
passing0 = 1;
}
}
if(!valid0){
const err2 = {instancePath,schemaPath:"#/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
validate145.errors = vErrors;
return false;
}
else {
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing2;
if(((((data.signer === undefined) && (missing2 = "signer")) || ((data.algorithm === undefined) && (missing2 = "algorithm"))) || ((data.value === undefined) && (missing2 = "value"))) || ((data.scope === undefined) && (missing2 = "scope"))){
validate145.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"}];
return false;
}
else {
const _errs4 = errors;
for(const key0 in data){
if(!(((((((key0 === "signer") || (key0 === "algorithm")) || (key0 === "value")) || (key0 === "scope")) || (key0 === "x5c")) || (key0 === "kid")) || (key0 === "attestation"))){
validate145.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs4 === errors){
if(data.signer !== undefined){
let data0 = data.signer;
const _errs5 = errors;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data0 === "string"){
if(!pattern10.test(data0)){
validate145.errors = [{instancePath:instancePath+"/signer",schemaPath:"common.json#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate145.errors = [{instancePath:instancePath+"/signer",schemaPath:"common.json#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid1 = _errs5 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.algorithm !== undefined){
let data1 = data.algorithm;
const _errs8 = errors;
if(typeof data1 !== "string"){
validate145.errors = [{instancePath:instancePath+"/algorithm",schemaPath:"#/properties/algorithm/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!((data1 === "ES256") || (data1 === "Ed25519"))){
validate145.errors = [{instancePath:instancePath+"/algorithm",schemaPath:"#/properties/algorithm/enum",keyword:"enum",params:{allowedValues: schema581.properties.algorithm.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid1 = _errs8 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.value !== undefined){
let data2 = data.value;
const _errs10 = errors;
if(errors === _errs10){
if(typeof data2 === "string"){
if(!pattern425.test(data2)){
validate145.errors = [{instancePath:instancePath+"/value",schemaPath:"#/properties/value/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{85}[AQgw]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{85}[AQgw]$"+"\""}];
return false;
}
}
else {
validate145.errors = [{instancePath:instancePath+"/value",schemaPath:"#/properties/value/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid1 = _errs10 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.scope !== undefined){
let data3 = data.scope;
const _errs12 = errors;
if(typeof data3 !== "string"){
validate145.errors = [{instancePath:instancePath+"/scope",schemaPath:"#/properties/scope/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if("RECORD_EXCEPT_SIGNATURES" !== data3){
validate145.errors = [{instancePath:instancePath+"/scope",schemaPath:"#/properties/scope/const",keyword:"const",params:{allowedValue: "RECORD_EXCEPT_SIGNATURES"},message:"must be equal to constant"}];
return false;
}
var valid1 = _errs12 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.x5c !== undefined){
let data4 = data.x5c;
const _errs14 = errors;
if(errors === _errs14){
if(Array.isArray(data4)){
if(data4.length > 3){
validate145.errors = [{instancePath:instancePath+"/x5c",schemaPath:"#/properties/x5c/maxItems",keyword:"maxItems",params:{limit: 3},message:"must NOT have more than 3 items"}];
return false;
}
else {
if(data4.length < 1){
validate145.errors = [{instancePath:instancePath+"/x5c",schemaPath:"#/properties/x5c/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid3 = true;
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
let data5 = data4[i0];
const _errs16 = errors;
const _errs17 = errors;
if(errors === _errs17){
if(typeof data5 === "string"){
if(func1(data5) > 8192){
validate145.errors = [{instancePath:instancePath+"/x5c/" + i0,schemaPath:"common.json#/$defs/certificate/maxLength",keyword:"maxLength",params:{limit: 8192},message:"must NOT have more than 8192 characters"}];
return false;
}
else {
if(!pattern426.test(data5)){
validate145.errors = [{instancePath:instancePath+"/x5c/" + i0,schemaPath:"common.json#/$defs/certificate/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9+/]+={0,2}$"},message:"must match pattern \""+"^[A-Za-z0-9+/]+={0,2}$"+"\""}];
return false;
}
}
}
else {
validate145.errors = [{instancePath:instancePath+"/x5c/" + i0,schemaPath:"common.json#/$defs/certificate/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid3 = _errs16 === errors;
if(!valid3){
break;
}
}
}
}
}
else {
validate145.errors = [{instancePath:instancePath+"/x5c",schemaPath:"#/properties/x5c/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid1 = _errs14 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.kid !== undefined){
let data6 = data.kid;
const _errs19 = errors;
const _errs20 = errors;
if(errors === _errs20){
if(typeof data6 === "string"){
if(!pattern8.test(data6)){
validate145.errors = [{instancePath:instancePath+"/kid",schemaPath:"common.json#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""}];
return false;
}
}
else {
validate145.errors = [{instancePath:instancePath+"/kid",schemaPath:"common.json#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid1 = _errs19 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.attestation !== undefined){
let data7 = data.attestation;
const _errs22 = errors;
const _errs23 = errors;
if(errors === _errs23){
if(typeof data7 === "string"){
if(func1(data7) > 16384){
validate145.errors = [{instancePath:instancePath+"/attestation",schemaPath:"common.json#/$defs/compact_jws/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters"}];
return false;
}
else {
if(!pattern12.test(data7)){
validate145.errors = [{instancePath:instancePath+"/attestation",schemaPath:"common.json#/$defs/compact_jws/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"+"\""}];
return false;
}
}
}
else {
validate145.errors = [{instancePath:instancePath+"/attestation",schemaPath:"common.json#/$defs/compact_jws/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid1 = _errs22 === errors;
}
else {
var valid1 = true;
}
if(valid1){
let missing3;
if(data.attestation !== undefined && ((data.kid === undefined) && (missing3 = "kid"))){
validate145.errors = [{instancePath,schemaPath:"#/dependentRequired",keyword:"dependentRequired",params:{property: "attestation",
    missingProperty: missing3,
    depsCount: 1,
    deps: "kid"},message:"must have property kid when property attestation is present"}];
return false;
}
}
}
}
}
}
}
}
}
}
}
else {
validate145.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate145.errors = vErrors;
return errors === 0;
}


function validate126(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://openact.example/schemas/1/record.json" */;
let vErrors = null;
let errors = 0;
const _errs1 = errors;
const _errs2 = errors;
let valid1 = true;
const _errs3 = errors;
if(errors === _errs3){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.event_type === undefined) && (missing0 = "event_type")){
const err0 = {};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
if(data.event_type !== undefined){
if("act:delegation:intent-created" !== data.event_type){
const err1 = {};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
}
else {
const err2 = {};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
var _valid0 = _errs3 === errors;
errors = _errs2;
if(vErrors !== null){
if(_errs2){
vErrors.length = _errs2;
}
else {
vErrors = null;
}
}
if(_valid0){
const _errs6 = errors;
if(errors === _errs6){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.event_body !== undefined){
if(!(validate127(data.event_body, {instancePath:instancePath+"/event_body",parentData:data,parentDataProperty:"event_body",rootData}))){
vErrors = vErrors === null ? validate127.errors : vErrors.concat(validate127.errors);
errors = vErrors.length;
}
}
}
else {
validate126.errors = [{instancePath,schemaPath:"#/allOf/0/then/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var _valid0 = _errs6 === errors;
valid1 = _valid0;
}
if(!valid1){
const err3 = {instancePath,schemaPath:"#/allOf/0/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
validate126.errors = vErrors;
return false;
}
var valid0 = _errs1 === errors;
if(valid0){
const _errs9 = errors;
const _errs10 = errors;
let valid4 = true;
const _errs11 = errors;
if(errors === _errs11){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if((data.event_type === undefined) && (missing1 = "event_type")){
const err4 = {};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
else {
if(data.event_type !== undefined){
if("act:delegation:delegation-issued" !== data.event_type){
const err5 = {};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
}
else {
const err6 = {};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
var _valid1 = _errs11 === errors;
errors = _errs10;
if(vErrors !== null){
if(_errs10){
vErrors.length = _errs10;
}
else {
vErrors = null;
}
}
if(_valid1){
const _errs14 = errors;
if(errors === _errs14){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing2;
if((data.delegation_id === undefined) && (missing2 = "delegation_id")){
validate126.errors = [{instancePath,schemaPath:"#/allOf/1/then/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"}];
return false;
}
else {
if(data.event_body !== undefined){
if(!(validate129(data.event_body, {instancePath:instancePath+"/event_body",parentData:data,parentDataProperty:"event_body",rootData}))){
vErrors = vErrors === null ? validate129.errors : vErrors.concat(validate129.errors);
errors = vErrors.length;
}
}
}
}
else {
validate126.errors = [{instancePath,schemaPath:"#/allOf/1/then/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var _valid1 = _errs14 === errors;
valid4 = _valid1;
}
if(!valid4){
const err7 = {instancePath,schemaPath:"#/allOf/1/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
validate126.errors = vErrors;
return false;
}
var valid0 = _errs9 === errors;
if(valid0){
const _errs17 = errors;
const _errs18 = errors;
let valid7 = true;
const _errs19 = errors;
if(errors === _errs19){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing3;
if((data.event_type === undefined) && (missing3 = "event_type")){
const err8 = {};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
else {
if(data.event_type !== undefined){
if("act:delegation:delegation-suspended" !== data.event_type){
const err9 = {};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
}
else {
const err10 = {};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
var _valid2 = _errs19 === errors;
errors = _errs18;
if(vErrors !== null){
if(_errs18){
vErrors.length = _errs18;
}
else {
vErrors = null;
}
}
if(_valid2){
const _errs22 = errors;
if(errors === _errs22){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing4;
if((data.delegation_id === undefined) && (missing4 = "delegation_id")){
validate126.errors = [{instancePath,schemaPath:"#/allOf/2/then/required",keyword:"required",params:{missingProperty: missing4},message:"must have required property '"+missing4+"'"}];
return false;
}
else {
if(data.event_body !== undefined){
let data5 = data.event_body;
const _errs25 = errors;
if(errors === _errs25){
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
let missing5;
if((data5.by === undefined) && (missing5 = "by")){
validate126.errors = [{instancePath:instancePath+"/event_body",schemaPath:"record/delegation-suspended.json/required",keyword:"required",params:{missingProperty: missing5},message:"must have required property '"+missing5+"'"}];
return false;
}
else {
const _errs27 = errors;
for(const key0 in data5){
if(!(key0 === "by")){
validate126.errors = [{instancePath:instancePath+"/event_body",schemaPath:"record/delegation-suspended.json/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs27 === errors){
if(data5.by !== undefined){
let data6 = data5.by;
if(typeof data6 !== "string"){
validate126.errors = [{instancePath:instancePath+"/event_body/by",schemaPath:"record/delegation-suspended.json/properties/by/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!((data6 === "delegator") || (data6 === "risk_control"))){
validate126.errors = [{instancePath:instancePath+"/event_body/by",schemaPath:"record/delegation-suspended.json/properties/by/enum",keyword:"enum",params:{allowedValues: schema526.properties.by.enum},message:"must be equal to one of the allowed values"}];
return false;
}
}
}
}
}
else {
validate126.errors = [{instancePath:instancePath+"/event_body",schemaPath:"record/delegation-suspended.json/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
}
}
}
else {
validate126.errors = [{instancePath,schemaPath:"#/allOf/2/then/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var _valid2 = _errs22 === errors;
valid7 = _valid2;
}
if(!valid7){
const err11 = {instancePath,schemaPath:"#/allOf/2/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
validate126.errors = vErrors;
return false;
}
var valid0 = _errs17 === errors;
if(valid0){
const _errs30 = errors;
const _errs31 = errors;
let valid12 = true;
const _errs32 = errors;
if(errors === _errs32){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing6;
if((data.event_type === undefined) && (missing6 = "event_type")){
const err12 = {};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
else {
if(data.event_type !== undefined){
if("act:delegation:delegation-resumed" !== data.event_type){
const err13 = {};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
}
else {
const err14 = {};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
var _valid3 = _errs32 === errors;
errors = _errs31;
if(vErrors !== null){
if(_errs31){
vErrors.length = _errs31;
}
else {
vErrors = null;
}
}
if(_valid3){
const _errs35 = errors;
if(errors === _errs35){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing7;
if((data.delegation_id === undefined) && (missing7 = "delegation_id")){
validate126.errors = [{instancePath,schemaPath:"#/allOf/3/then/required",keyword:"required",params:{missingProperty: missing7},message:"must have required property '"+missing7+"'"}];
return false;
}
else {
if(data.event_body !== undefined){
let data8 = data.event_body;
const _errs38 = errors;
if(errors === _errs38){
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
let missing8;
if((data8.by === undefined) && (missing8 = "by")){
validate126.errors = [{instancePath:instancePath+"/event_body",schemaPath:"record/delegation-resumed.json/required",keyword:"required",params:{missingProperty: missing8},message:"must have required property '"+missing8+"'"}];
return false;
}
else {
const _errs40 = errors;
for(const key1 in data8){
if(!(key1 === "by")){
validate126.errors = [{instancePath:instancePath+"/event_body",schemaPath:"record/delegation-resumed.json/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs40 === errors){
if(data8.by !== undefined){
let data9 = data8.by;
if(typeof data9 !== "string"){
validate126.errors = [{instancePath:instancePath+"/event_body/by",schemaPath:"record/delegation-resumed.json/properties/by/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!((data9 === "delegator") || (data9 === "risk_control"))){
validate126.errors = [{instancePath:instancePath+"/event_body/by",schemaPath:"record/delegation-resumed.json/properties/by/enum",keyword:"enum",params:{allowedValues: schema527.properties.by.enum},message:"must be equal to one of the allowed values"}];
return false;
}
}
}
}
}
else {
validate126.errors = [{instancePath:instancePath+"/event_body",schemaPath:"record/delegation-resumed.json/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
}
}
}
else {
validate126.errors = [{instancePath,schemaPath:"#/allOf/3/then/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var _valid3 = _errs35 === errors;
valid12 = _valid3;
}
if(!valid12){
const err15 = {instancePath,schemaPath:"#/allOf/3/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
validate126.errors = vErrors;
return false;
}
var valid0 = _errs30 === errors;
if(valid0){
const _errs43 = errors;
const _errs44 = errors;
let valid17 = true;
const _errs45 = errors;
if(errors === _errs45){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing9;
if((data.event_type === undefined) && (missing9 = "event_type")){
const err16 = {};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
else {
if(data.event_type !== undefined){
if("act:delegation:delegation-revoked" !== data.event_type){
const err17 = {};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
}
else {
const err18 = {};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
var _valid4 = _errs45 === errors;
errors = _errs44;
if(vErrors !== null){
if(_errs44){
vErrors.length = _errs44;
}
else {
vErrors = null;
}
}
if(_valid4){
const _errs48 = errors;
if(errors === _errs48){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing10;
if((data.delegation_id === undefined) && (missing10 = "delegation_id")){
validate126.errors = [{instancePath,schemaPath:"#/allOf/4/then/required",keyword:"required",params:{missingProperty: missing10},message:"must have required property '"+missing10+"'"}];
return false;
}
else {
if(data.event_body !== undefined){
if(!(validate131(data.event_body, {instancePath:instancePath+"/event_body",parentData:data,parentDataProperty:"event_body",rootData}))){
vErrors = vErrors === null ? validate131.errors : vErrors.concat(validate131.errors);
errors = vErrors.length;
}
}
}
}
else {
validate126.errors = [{instancePath,schemaPath:"#/allOf/4/then/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var _valid4 = _errs48 === errors;
valid17 = _valid4;
}
if(!valid17){
const err19 = {instancePath,schemaPath:"#/allOf/4/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
validate126.errors = vErrors;
return false;
}
var valid0 = _errs43 === errors;
if(valid0){
const _errs51 = errors;
const _errs52 = errors;
let valid20 = true;
const _errs53 = errors;
if(errors === _errs53){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing11;
if((data.event_type === undefined) && (missing11 = "event_type")){
const err20 = {};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
else {
if(data.event_type !== undefined){
if("act:delegation:delegation-expired" !== data.event_type){
const err21 = {};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
}
else {
const err22 = {};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
var _valid5 = _errs53 === errors;
errors = _errs52;
if(vErrors !== null){
if(_errs52){
vErrors.length = _errs52;
}
else {
vErrors = null;
}
}
if(_valid5){
const _errs56 = errors;
if(errors === _errs56){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing12;
if((data.delegation_id === undefined) && (missing12 = "delegation_id")){
validate126.errors = [{instancePath,schemaPath:"#/allOf/5/then/required",keyword:"required",params:{missingProperty: missing12},message:"must have required property '"+missing12+"'"}];
return false;
}
else {
if(data.event_body !== undefined){
if(!(validate133(data.event_body, {instancePath:instancePath+"/event_body",parentData:data,parentDataProperty:"event_body",rootData}))){
vErrors = vErrors === null ? validate133.errors : vErrors.concat(validate133.errors);
errors = vErrors.length;
}
}
}
}
else {
validate126.errors = [{instancePath,schemaPath:"#/allOf/5/then/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var _valid5 = _errs56 === errors;
valid20 = _valid5;
}
if(!valid20){
const err23 = {instancePath,schemaPath:"#/allOf/5/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
validate126.errors = vErrors;
return false;
}
var valid0 = _errs51 === errors;
if(valid0){
const _errs59 = errors;
const _errs60 = errors;
let valid23 = true;
const _errs61 = errors;
if(errors === _errs61){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing13;
if((data.event_type === undefined) && (missing13 = "event_type")){
const err24 = {};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
else {
if(data.event_type !== undefined){
if("act:commerce:decision-logged" !== data.event_type){
const err25 = {};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
}
else {
const err26 = {};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
var _valid6 = _errs61 === errors;
errors = _errs60;
if(vErrors !== null){
if(_errs60){
vErrors.length = _errs60;
}
else {
vErrors = null;
}
}
if(_valid6){
const _errs64 = errors;
if(errors === _errs64){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.event_body !== undefined){
if(!(validate135(data.event_body, {instancePath:instancePath+"/event_body",parentData:data,parentDataProperty:"event_body",rootData}))){
vErrors = vErrors === null ? validate135.errors : vErrors.concat(validate135.errors);
errors = vErrors.length;
}
}
}
else {
validate126.errors = [{instancePath,schemaPath:"#/allOf/6/then/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var _valid6 = _errs64 === errors;
valid23 = _valid6;
}
if(!valid23){
const err27 = {instancePath,schemaPath:"#/allOf/6/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
validate126.errors = vErrors;
return false;
}
var valid0 = _errs59 === errors;
if(valid0){
const _errs67 = errors;
const _errs68 = errors;
let valid26 = true;
const _errs69 = errors;
if(errors === _errs69){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing14;
if((data.event_type === undefined) && (missing14 = "event_type")){
const err28 = {};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
else {
if(data.event_type !== undefined){
if("act:commerce:cart-confirmed" !== data.event_type){
const err29 = {};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
}
}
else {
const err30 = {};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
var _valid7 = _errs69 === errors;
errors = _errs68;
if(vErrors !== null){
if(_errs68){
vErrors.length = _errs68;
}
else {
vErrors = null;
}
}
if(_valid7){
const _errs72 = errors;
if(errors === _errs72){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing15;
if((data.order_no === undefined) && (missing15 = "order_no")){
validate126.errors = [{instancePath,schemaPath:"#/allOf/7/then/required",keyword:"required",params:{missingProperty: missing15},message:"must have required property '"+missing15+"'"}];
return false;
}
else {
if(data.event_body !== undefined){
if(!(validate137(data.event_body, {instancePath:instancePath+"/event_body",parentData:data,parentDataProperty:"event_body",rootData}))){
vErrors = vErrors === null ? validate137.errors : vErrors.concat(validate137.errors);
errors = vErrors.length;
}
}
}
}
else {
validate126.errors = [{instancePath,schemaPath:"#/allOf/7/then/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var _valid7 = _errs72 === errors;
valid26 = _valid7;
}
if(!valid26){
const err31 = {instancePath,schemaPath:"#/allOf/7/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
validate126.errors = vErrors;
return false;
}
var valid0 = _errs67 === errors;
if(valid0){
const _errs75 = errors;
const _errs76 = errors;
let valid29 = true;
const _errs77 = errors;
if(errors === _errs77){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing16;
if((data.event_type === undefined) && (missing16 = "event_type")){
const err32 = {};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
else {
if(data.event_type !== undefined){
if("act:payment:transaction-completed" !== data.event_type){
const err33 = {};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
}
}
else {
const err34 = {};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
var _valid8 = _errs77 === errors;
errors = _errs76;
if(vErrors !== null){
if(_errs76){
vErrors.length = _errs76;
}
else {
vErrors = null;
}
}
if(_valid8){
const _errs80 = errors;
if(errors === _errs80){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing17;
if(((data.order_no === undefined) && (missing17 = "order_no")) || ((data.trade_no === undefined) && (missing17 = "trade_no"))){
validate126.errors = [{instancePath,schemaPath:"#/allOf/8/then/required",keyword:"required",params:{missingProperty: missing17},message:"must have required property '"+missing17+"'"}];
return false;
}
else {
if(data.event_body !== undefined){
if(!(validate139(data.event_body, {instancePath:instancePath+"/event_body",parentData:data,parentDataProperty:"event_body",rootData}))){
vErrors = vErrors === null ? validate139.errors : vErrors.concat(validate139.errors);
errors = vErrors.length;
}
}
}
}
else {
validate126.errors = [{instancePath,schemaPath:"#/allOf/8/then/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var _valid8 = _errs80 === errors;
valid29 = _valid8;
}
if(!valid29){
const err35 = {instancePath,schemaPath:"#/allOf/8/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
validate126.errors = vErrors;
return false;
}
var valid0 = _errs75 === errors;
if(valid0){
const _errs83 = errors;
const _errs84 = errors;
let valid32 = true;
const _errs85 = errors;
if(errors === _errs85){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing18;
if((data.event_type === undefined) && (missing18 = "event_type")){
const err36 = {};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
else {
if(data.event_type !== undefined){
if("act:commerce:fulfillment-completed" !== data.event_type){
const err37 = {};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
}
}
else {
const err38 = {};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
var _valid9 = _errs85 === errors;
errors = _errs84;
if(vErrors !== null){
if(_errs84){
vErrors.length = _errs84;
}
else {
vErrors = null;
}
}
if(_valid9){
const _errs88 = errors;
if(errors === _errs88){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing19;
if(((data.order_no === undefined) && (missing19 = "order_no")) || ((data.trade_no === undefined) && (missing19 = "trade_no"))){
validate126.errors = [{instancePath,schemaPath:"#/allOf/9/then/required",keyword:"required",params:{missingProperty: missing19},message:"must have required property '"+missing19+"'"}];
return false;
}
else {
if(data.event_body !== undefined){
if(!(validate141(data.event_body, {instancePath:instancePath+"/event_body",parentData:data,parentDataProperty:"event_body",rootData}))){
vErrors = vErrors === null ? validate141.errors : vErrors.concat(validate141.errors);
errors = vErrors.length;
}
}
}
}
else {
validate126.errors = [{instancePath,schemaPath:"#/allOf/9/then/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var _valid9 = _errs88 === errors;
valid32 = _valid9;
}
if(!valid32){
const err39 = {instancePath,schemaPath:"#/allOf/9/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
validate126.errors = vErrors;
return false;
}
var valid0 = _errs83 === errors;
}
}
}
}
}
}
}
}
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing20;
if(((((((((((((data.record_id === undefined) && (missing20 = "record_id")) || ((data.event_type === undefined) && (missing20 = "event_type"))) || ((data.event_time === undefined) && (missing20 = "event_time"))) || ((data.record_time === undefined) && (missing20 = "record_time"))) || ((data.version === undefined) && (missing20 = "version"))) || ((data.intent_id === undefined) && (missing20 = "intent_id"))) || ((data.salt === undefined) && (missing20 = "salt"))) || ((data.payload_hash === undefined) && (missing20 = "payload_hash"))) || ((data.hash_algorithm === undefined) && (missing20 = "hash_algorithm"))) || ((data.participants === undefined) && (missing20 = "participants"))) || ((data.event_body === undefined) && (missing20 = "event_body"))) || ((data.signatures === undefined) && (missing20 = "signatures"))){
validate126.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing20},message:"must have required property '"+missing20+"'"}];
return false;
}
else {
const _errs91 = errors;
for(const key2 in data){
if(!(func6.call(schema507.properties, key2))){
validate126.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs91 === errors){
if(data.record_id !== undefined){
let data22 = data.record_id;
const _errs92 = errors;
const _errs93 = errors;
if(errors === _errs93){
if(typeof data22 === "string"){
if(!pattern5.test(data22)){
validate126.errors = [{instancePath:instancePath+"/record_id",schemaPath:"common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate126.errors = [{instancePath:instancePath+"/record_id",schemaPath:"common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid35 = _errs92 === errors;
}
else {
var valid35 = true;
}
if(valid35){
if(data.event_type !== undefined){
let data23 = data.event_type;
const _errs95 = errors;
if(typeof data23 !== "string"){
validate126.errors = [{instancePath:instancePath+"/event_type",schemaPath:"common.json#/$defs/event_type/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!((((((((((data23 === "act:delegation:intent-created") || (data23 === "act:delegation:delegation-issued")) || (data23 === "act:delegation:delegation-suspended")) || (data23 === "act:delegation:delegation-resumed")) || (data23 === "act:delegation:delegation-revoked")) || (data23 === "act:delegation:delegation-expired")) || (data23 === "act:commerce:decision-logged")) || (data23 === "act:commerce:cart-confirmed")) || (data23 === "act:payment:transaction-completed")) || (data23 === "act:commerce:fulfillment-completed"))){
validate126.errors = [{instancePath:instancePath+"/event_type",schemaPath:"common.json#/$defs/event_type/enum",keyword:"enum",params:{allowedValues: schema71.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid35 = _errs95 === errors;
}
else {
var valid35 = true;
}
if(valid35){
if(data.event_time !== undefined){
let data24 = data.event_time;
const _errs98 = errors;
const _errs99 = errors;
if(errors === _errs99){
if(typeof data24 === "string"){
if(!pattern9.test(data24)){
validate126.errors = [{instancePath:instancePath+"/event_time",schemaPath:"common.json#/$defs/utc_time/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"+"\""}];
return false;
}
}
else {
validate126.errors = [{instancePath:instancePath+"/event_time",schemaPath:"common.json#/$defs/utc_time/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid35 = _errs98 === errors;
}
else {
var valid35 = true;
}
if(valid35){
if(data.record_time !== undefined){
let data25 = data.record_time;
const _errs101 = errors;
const _errs102 = errors;
if(errors === _errs102){
if(typeof data25 === "string"){
if(!pattern9.test(data25)){
validate126.errors = [{instancePath:instancePath+"/record_time",schemaPath:"common.json#/$defs/utc_time/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"+"\""}];
return false;
}
}
else {
validate126.errors = [{instancePath:instancePath+"/record_time",schemaPath:"common.json#/$defs/utc_time/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid35 = _errs101 === errors;
}
else {
var valid35 = true;
}
if(valid35){
if(data.version !== undefined){
let data26 = data.version;
const _errs104 = errors;
if(typeof data26 !== "string"){
validate126.errors = [{instancePath:instancePath+"/version",schemaPath:"#/properties/version/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if("1" !== data26){
validate126.errors = [{instancePath:instancePath+"/version",schemaPath:"#/properties/version/const",keyword:"const",params:{allowedValue: "1"},message:"must be equal to constant"}];
return false;
}
var valid35 = _errs104 === errors;
}
else {
var valid35 = true;
}
if(valid35){
if(data.intent_id !== undefined){
let data27 = data.intent_id;
const _errs106 = errors;
const _errs107 = errors;
if(errors === _errs107){
if(typeof data27 === "string"){
if(!pattern5.test(data27)){
validate126.errors = [{instancePath:instancePath+"/intent_id",schemaPath:"common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate126.errors = [{instancePath:instancePath+"/intent_id",schemaPath:"common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid35 = _errs106 === errors;
}
else {
var valid35 = true;
}
if(valid35){
if(data.delegation_id !== undefined){
let data28 = data.delegation_id;
const _errs109 = errors;
const _errs110 = errors;
if(errors === _errs110){
if(typeof data28 === "string"){
if(!pattern5.test(data28)){
validate126.errors = [{instancePath:instancePath+"/delegation_id",schemaPath:"common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate126.errors = [{instancePath:instancePath+"/delegation_id",schemaPath:"common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid35 = _errs109 === errors;
}
else {
var valid35 = true;
}
if(valid35){
if(data.order_no !== undefined){
let data29 = data.order_no;
const _errs112 = errors;
const _errs113 = errors;
if(errors === _errs113){
if(typeof data29 === "string"){
if(!pattern5.test(data29)){
validate126.errors = [{instancePath:instancePath+"/order_no",schemaPath:"common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate126.errors = [{instancePath:instancePath+"/order_no",schemaPath:"common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid35 = _errs112 === errors;
}
else {
var valid35 = true;
}
if(valid35){
if(data.trade_no !== undefined){
let data30 = data.trade_no;
const _errs115 = errors;
const _errs116 = errors;
if(errors === _errs116){
if(typeof data30 === "string"){
if(!pattern5.test(data30)){
validate126.errors = [{instancePath:instancePath+"/trade_no",schemaPath:"common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate126.errors = [{instancePath:instancePath+"/trade_no",schemaPath:"common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid35 = _errs115 === errors;
}
else {
var valid35 = true;
}
if(valid35){
if(data.upstream_record_ref !== undefined){
let data31 = data.upstream_record_ref;
const _errs118 = errors;
const _errs119 = errors;
if(errors === _errs119){
if(typeof data31 === "string"){
if(!pattern5.test(data31)){
validate126.errors = [{instancePath:instancePath+"/upstream_record_ref",schemaPath:"common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate126.errors = [{instancePath:instancePath+"/upstream_record_ref",schemaPath:"common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid35 = _errs118 === errors;
}
else {
var valid35 = true;
}
if(valid35){
if(data.salt !== undefined){
let data32 = data.salt;
const _errs121 = errors;
const _errs122 = errors;
if(errors === _errs122){
if(typeof data32 === "string"){
if(!pattern8.test(data32)){
validate126.errors = [{instancePath:instancePath+"/salt",schemaPath:"common.json#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""}];
return false;
}
}
else {
validate126.errors = [{instancePath:instancePath+"/salt",schemaPath:"common.json#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid35 = _errs121 === errors;
}
else {
var valid35 = true;
}
if(valid35){
if(data.payload_hash !== undefined){
let data33 = data.payload_hash;
const _errs124 = errors;
const _errs125 = errors;
if(errors === _errs125){
if(typeof data33 === "string"){
if(!pattern8.test(data33)){
validate126.errors = [{instancePath:instancePath+"/payload_hash",schemaPath:"common.json#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""}];
return false;
}
}
else {
validate126.errors = [{instancePath:instancePath+"/payload_hash",schemaPath:"common.json#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid35 = _errs124 === errors;
}
else {
var valid35 = true;
}
if(valid35){
if(data.hash_algorithm !== undefined){
let data34 = data.hash_algorithm;
const _errs127 = errors;
if(typeof data34 !== "string"){
validate126.errors = [{instancePath:instancePath+"/hash_algorithm",schemaPath:"common.json#/$defs/hash_algorithm/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!((data34 === "SHA-256") || (data34 === "SM3"))){
validate126.errors = [{instancePath:instancePath+"/hash_algorithm",schemaPath:"common.json#/$defs/hash_algorithm/enum",keyword:"enum",params:{allowedValues: schema78.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid35 = _errs127 === errors;
}
else {
var valid35 = true;
}
if(valid35){
if(data.participants !== undefined){
let data35 = data.participants;
const _errs130 = errors;
if(errors === _errs130){
if(Array.isArray(data35)){
if(data35.length > 8){
validate126.errors = [{instancePath:instancePath+"/participants",schemaPath:"#/properties/participants/maxItems",keyword:"maxItems",params:{limit: 8},message:"must NOT have more than 8 items"}];
return false;
}
else {
if(data35.length < 1){
validate126.errors = [{instancePath:instancePath+"/participants",schemaPath:"#/properties/participants/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid48 = true;
const len0 = data35.length;
for(let i0=0; i0<len0; i0++){
const _errs132 = errors;
if(!(validate143(data35[i0], {instancePath:instancePath+"/participants/" + i0,parentData:data35,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate143.errors : vErrors.concat(validate143.errors);
errors = vErrors.length;
}
var valid48 = _errs132 === errors;
if(!valid48){
break;
}
}
}
}
}
else {
validate126.errors = [{instancePath:instancePath+"/participants",schemaPath:"#/properties/participants/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid35 = _errs130 === errors;
}
else {
var valid35 = true;
}
if(valid35){
if(data.event_body !== undefined){
let data37 = data.event_body;
const _errs133 = errors;
if(!(data37 && typeof data37 == "object" && !Array.isArray(data37))){
validate126.errors = [{instancePath:instancePath+"/event_body",schemaPath:"#/properties/event_body/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
var valid35 = _errs133 === errors;
}
else {
var valid35 = true;
}
if(valid35){
if(data.signatures !== undefined){
let data38 = data.signatures;
const _errs135 = errors;
if(errors === _errs135){
if(Array.isArray(data38)){
if(data38.length > 8){
validate126.errors = [{instancePath:instancePath+"/signatures",schemaPath:"#/properties/signatures/maxItems",keyword:"maxItems",params:{limit: 8},message:"must NOT have more than 8 items"}];
return false;
}
else {
if(data38.length < 1){
validate126.errors = [{instancePath:instancePath+"/signatures",schemaPath:"#/properties/signatures/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid49 = true;
const len1 = data38.length;
for(let i1=0; i1<len1; i1++){
const _errs137 = errors;
if(!(validate145(data38[i1], {instancePath:instancePath+"/signatures/" + i1,parentData:data38,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate145.errors : vErrors.concat(validate145.errors);
errors = vErrors.length;
}
var valid49 = _errs137 === errors;
if(!valid49){
break;
}
}
}
}
}
else {
validate126.errors = [{instancePath:instancePath+"/signatures",schemaPath:"#/properties/signatures/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid35 = _errs135 === errors;
}
else {
var valid35 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate126.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate126.errors = vErrors;
return errors === 0;
}

export const validateCartConfirmedBody = validate137;

export const validateDecisionLoggedBody = validate135;

export const validateDelegationExpiredBody = validate133;

export const validateDelegationIssuedBody = validate129;

export const validateDelegationResumedBody = validate147;

function validate147(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://openact.example/schemas/1/record/delegation-resumed.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.by === undefined) && (missing0 = "by")){
validate147.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(key0 === "by")){
validate147.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.by !== undefined){
let data0 = data.by;
if(typeof data0 !== "string"){
validate147.errors = [{instancePath:instancePath+"/by",schemaPath:"#/properties/by/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!((data0 === "delegator") || (data0 === "risk_control"))){
validate147.errors = [{instancePath:instancePath+"/by",schemaPath:"#/properties/by/enum",keyword:"enum",params:{allowedValues: schema527.properties.by.enum},message:"must be equal to one of the allowed values"}];
return false;
}
}
}
}
}
else {
validate147.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate147.errors = vErrors;
return errors === 0;
}

export const validateDelegationRevokedBody = validate131;

export const validateDelegationSuspendedBody = validate148;

function validate148(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://openact.example/schemas/1/record/delegation-suspended.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.by === undefined) && (missing0 = "by")){
validate148.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(key0 === "by")){
validate148.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.by !== undefined){
let data0 = data.by;
if(typeof data0 !== "string"){
validate148.errors = [{instancePath:instancePath+"/by",schemaPath:"#/properties/by/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!((data0 === "delegator") || (data0 === "risk_control"))){
validate148.errors = [{instancePath:instancePath+"/by",schemaPath:"#/properties/by/enum",keyword:"enum",params:{allowedValues: schema526.properties.by.enum},message:"must be equal to one of the allowed values"}];
return false;
}
}
}
}
}
else {
validate148.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate148.errors = vErrors;
return errors === 0;
}

export const validateFulfillmentCompletedBody = validate141;

export const validateIntentCreatedBody = validate127;

export const validateTransactionCompletedBody = validate139;

export const validateRefusalClaims = validate149;
const schema588 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://openact.example/schemas/1/refusal.json","title":"RefusalClaims","description":"Claims of act-refusal+jwt: a payment service states why it refused an authenticated request.","type":"object","additionalProperties":false,"required":["iss","jti","iat","exp","aud","request_digest","code","requirement","retryability"],"properties":{"iss":{"$ref":"common.json#/$defs/did"},"jti":{"$ref":"common.json#/$defs/id"},"iat":{"$ref":"common.json#/$defs/numeric_date"},"exp":{"$ref":"common.json#/$defs/numeric_date"},"aud":{"$ref":"common.json#/$defs/did","description":"The agent_id."},"request_digest":{"$ref":"common.json#/$defs/digest"},"code":{"$ref":"common.json#/$defs/code"},"requirement":{"$ref":"common.json#/$defs/requirement"},"retryability":{"$ref":"common.json#/$defs/retryability"}}};

function validate149(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://openact.example/schemas/1/refusal.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((((data.iss === undefined) && (missing0 = "iss")) || ((data.jti === undefined) && (missing0 = "jti"))) || ((data.iat === undefined) && (missing0 = "iat"))) || ((data.exp === undefined) && (missing0 = "exp"))) || ((data.aud === undefined) && (missing0 = "aud"))) || ((data.request_digest === undefined) && (missing0 = "request_digest"))) || ((data.code === undefined) && (missing0 = "code"))) || ((data.requirement === undefined) && (missing0 = "requirement"))) || ((data.retryability === undefined) && (missing0 = "retryability"))){
validate149.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func6.call(schema588.properties, key0))){
validate149.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.iss !== undefined){
let data0 = data.iss;
const _errs2 = errors;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data0 === "string"){
if(!pattern10.test(data0)){
validate149.errors = [{instancePath:instancePath+"/iss",schemaPath:"common.json#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate149.errors = [{instancePath:instancePath+"/iss",schemaPath:"common.json#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.jti !== undefined){
let data1 = data.jti;
const _errs5 = errors;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data1 === "string"){
if(!pattern5.test(data1)){
validate149.errors = [{instancePath:instancePath+"/jti",schemaPath:"common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate149.errors = [{instancePath:instancePath+"/jti",schemaPath:"common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.iat !== undefined){
let data2 = data.iat;
const _errs8 = errors;
const _errs9 = errors;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
validate149.errors = [{instancePath:instancePath+"/iat",schemaPath:"common.json#/$defs/numeric_date/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs9){
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 253402300799 || isNaN(data2)){
validate149.errors = [{instancePath:instancePath+"/iat",schemaPath:"common.json#/$defs/numeric_date/maximum",keyword:"maximum",params:{comparison: "<=", limit: 253402300799},message:"must be <= 253402300799"}];
return false;
}
else {
if(data2 < 0 || isNaN(data2)){
validate149.errors = [{instancePath:instancePath+"/iat",schemaPath:"common.json#/$defs/numeric_date/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.exp !== undefined){
let data3 = data.exp;
const _errs11 = errors;
const _errs12 = errors;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
validate149.errors = [{instancePath:instancePath+"/exp",schemaPath:"common.json#/$defs/numeric_date/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs12){
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 253402300799 || isNaN(data3)){
validate149.errors = [{instancePath:instancePath+"/exp",schemaPath:"common.json#/$defs/numeric_date/maximum",keyword:"maximum",params:{comparison: "<=", limit: 253402300799},message:"must be <= 253402300799"}];
return false;
}
else {
if(data3 < 0 || isNaN(data3)){
validate149.errors = [{instancePath:instancePath+"/exp",schemaPath:"common.json#/$defs/numeric_date/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.aud !== undefined){
let data4 = data.aud;
const _errs14 = errors;
const _errs15 = errors;
if(errors === _errs15){
if(typeof data4 === "string"){
if(!pattern10.test(data4)){
validate149.errors = [{instancePath:instancePath+"/aud",schemaPath:"common.json#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate149.errors = [{instancePath:instancePath+"/aud",schemaPath:"common.json#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.request_digest !== undefined){
let data5 = data.request_digest;
const _errs17 = errors;
const _errs18 = errors;
if(errors === _errs18){
if(typeof data5 === "string"){
if(!pattern8.test(data5)){
validate149.errors = [{instancePath:instancePath+"/request_digest",schemaPath:"common.json#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""}];
return false;
}
}
else {
validate149.errors = [{instancePath:instancePath+"/request_digest",schemaPath:"common.json#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.code !== undefined){
let data6 = data.code;
const _errs20 = errors;
const _errs21 = errors;
if(errors === _errs21){
if(typeof data6 === "string"){
if(!pattern21.test(data6)){
validate149.errors = [{instancePath:instancePath+"/code",schemaPath:"common.json#/$defs/code/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9_]{3,64}$"},message:"must match pattern \""+"^[a-z0-9_]{3,64}$"+"\""}];
return false;
}
}
else {
validate149.errors = [{instancePath:instancePath+"/code",schemaPath:"common.json#/$defs/code/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs20 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.requirement !== undefined){
let data7 = data.requirement;
const _errs23 = errors;
const _errs24 = errors;
if(errors === _errs24){
if(typeof data7 === "string"){
if(!pattern22.test(data7)){
validate149.errors = [{instancePath:instancePath+"/requirement",schemaPath:"common.json#/$defs/requirement/pattern",keyword:"pattern",params:{pattern: "^[A-Z0-9]+(-[A-Z0-9]+)*-[0-9]{2,3}$"},message:"must match pattern \""+"^[A-Z0-9]+(-[A-Z0-9]+)*-[0-9]{2,3}$"+"\""}];
return false;
}
}
else {
validate149.errors = [{instancePath:instancePath+"/requirement",schemaPath:"common.json#/$defs/requirement/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs23 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.retryability !== undefined){
let data8 = data.retryability;
const _errs26 = errors;
if(typeof data8 !== "string"){
validate149.errors = [{instancePath:instancePath+"/retryability",schemaPath:"common.json#/$defs/retryability/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!(((((data8 === "never") || (data8 === "after_correction")) || (data8 === "new_request")) || (data8 === "later")) || (data8 === "query_first"))){
validate149.errors = [{instancePath:instancePath+"/retryability",schemaPath:"common.json#/$defs/retryability/enum",keyword:"enum",params:{allowedValues: schema55.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs26 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate149.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate149.errors = vErrors;
return errors === 0;
}

export const validateShown = validate29;

export const validateStatusListClaims = validate150;
const schema598 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://openact.example/schemas/1/status-list.json","title":"StatusListClaims","description":"Claims of statuslist+jwt: a Token Status List with 2 bits per mandate: 0 valid, 1 revoked, 2 suspended.","type":"object","additionalProperties":false,"required":["iss","sub","iat","exp","status_list"],"properties":{"iss":{"$ref":"common.json#/$defs/did"},"sub":{"$ref":"common.json#/$defs/url","description":"The address of this list."},"iat":{"$ref":"common.json#/$defs/numeric_date"},"exp":{"$ref":"common.json#/$defs/numeric_date"},"status_list":{"type":"object","additionalProperties":false,"required":["bits","lst"],"properties":{"bits":{"const":2},"lst":{"description":"base64url of the zlib-compressed bytes.","type":"string","maxLength":12000,"pattern":"^[A-Za-z0-9_-]+$"}}},"ttl":{"type":"integer","minimum":1,"maximum":86400}}};
const pattern437 = new RegExp("^[A-Za-z0-9_-]+$", "u");

function validate150(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://openact.example/schemas/1/status-list.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((data.iss === undefined) && (missing0 = "iss")) || ((data.sub === undefined) && (missing0 = "sub"))) || ((data.iat === undefined) && (missing0 = "iat"))) || ((data.exp === undefined) && (missing0 = "exp"))) || ((data.status_list === undefined) && (missing0 = "status_list"))){
validate150.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((((key0 === "iss") || (key0 === "sub")) || (key0 === "iat")) || (key0 === "exp")) || (key0 === "status_list")) || (key0 === "ttl"))){
validate150.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.iss !== undefined){
let data0 = data.iss;
const _errs2 = errors;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data0 === "string"){
if(!pattern10.test(data0)){
validate150.errors = [{instancePath:instancePath+"/iss",schemaPath:"common.json#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate150.errors = [{instancePath:instancePath+"/iss",schemaPath:"common.json#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sub !== undefined){
let data1 = data.sub;
const _errs5 = errors;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data1 === "string"){
if(func1(data1) > 512){
validate150.errors = [{instancePath:instancePath+"/sub",schemaPath:"common.json#/$defs/url/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters"}];
return false;
}
else {
if(!pattern150.test(data1)){
validate150.errors = [{instancePath:instancePath+"/sub",schemaPath:"common.json#/$defs/url/pattern",keyword:"pattern",params:{pattern: "^https?://[!-~]+$"},message:"must match pattern \""+"^https?://[!-~]+$"+"\""}];
return false;
}
}
}
else {
validate150.errors = [{instancePath:instancePath+"/sub",schemaPath:"common.json#/$defs/url/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.iat !== undefined){
let data2 = data.iat;
const _errs8 = errors;
const _errs9 = errors;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
validate150.errors = [{instancePath:instancePath+"/iat",schemaPath:"common.json#/$defs/numeric_date/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs9){
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 253402300799 || isNaN(data2)){
validate150.errors = [{instancePath:instancePath+"/iat",schemaPath:"common.json#/$defs/numeric_date/maximum",keyword:"maximum",params:{comparison: "<=", limit: 253402300799},message:"must be <= 253402300799"}];
return false;
}
else {
if(data2 < 0 || isNaN(data2)){
validate150.errors = [{instancePath:instancePath+"/iat",schemaPath:"common.json#/$defs/numeric_date/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.exp !== undefined){
let data3 = data.exp;
const _errs11 = errors;
const _errs12 = errors;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
validate150.errors = [{instancePath:instancePath+"/exp",schemaPath:"common.json#/$defs/numeric_date/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs12){
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 253402300799 || isNaN(data3)){
validate150.errors = [{instancePath:instancePath+"/exp",schemaPath:"common.json#/$defs/numeric_date/maximum",keyword:"maximum",params:{comparison: "<=", limit: 253402300799},message:"must be <= 253402300799"}];
return false;
}
else {
if(data3 < 0 || isNaN(data3)){
validate150.errors = [{instancePath:instancePath+"/exp",schemaPath:"common.json#/$defs/numeric_date/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.status_list !== undefined){
let data4 = data.status_list;
const _errs14 = errors;
if(errors === _errs14){
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
let missing1;
if(((data4.bits === undefined) && (missing1 = "bits")) || ((data4.lst === undefined) && (missing1 = "lst"))){
validate150.errors = [{instancePath:instancePath+"/status_list",schemaPath:"#/properties/status_list/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs16 = errors;
for(const key1 in data4){
if(!((key1 === "bits") || (key1 === "lst"))){
validate150.errors = [{instancePath:instancePath+"/status_list",schemaPath:"#/properties/status_list/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs16 === errors){
if(data4.bits !== undefined){
const _errs17 = errors;
if(2 !== data4.bits){
validate150.errors = [{instancePath:instancePath+"/status_list/bits",schemaPath:"#/properties/status_list/properties/bits/const",keyword:"const",params:{allowedValue: 2},message:"must be equal to constant"}];
return false;
}
var valid5 = _errs17 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data4.lst !== undefined){
let data6 = data4.lst;
const _errs18 = errors;
if(errors === _errs18){
if(typeof data6 === "string"){
if(func1(data6) > 12000){
validate150.errors = [{instancePath:instancePath+"/status_list/lst",schemaPath:"#/properties/status_list/properties/lst/maxLength",keyword:"maxLength",params:{limit: 12000},message:"must NOT have more than 12000 characters"}];
return false;
}
else {
if(!pattern437.test(data6)){
validate150.errors = [{instancePath:instancePath+"/status_list/lst",schemaPath:"#/properties/status_list/properties/lst/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_-]+$"+"\""}];
return false;
}
}
}
else {
validate150.errors = [{instancePath:instancePath+"/status_list/lst",schemaPath:"#/properties/status_list/properties/lst/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid5 = _errs18 === errors;
}
else {
var valid5 = true;
}
}
}
}
}
else {
validate150.errors = [{instancePath:instancePath+"/status_list",schemaPath:"#/properties/status_list/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.ttl !== undefined){
let data7 = data.ttl;
const _errs20 = errors;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
validate150.errors = [{instancePath:instancePath+"/ttl",schemaPath:"#/properties/ttl/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs20){
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 > 86400 || isNaN(data7)){
validate150.errors = [{instancePath:instancePath+"/ttl",schemaPath:"#/properties/ttl/maximum",keyword:"maximum",params:{comparison: "<=", limit: 86400},message:"must be <= 86400"}];
return false;
}
else {
if(data7 < 1 || isNaN(data7)){
validate150.errors = [{instancePath:instancePath+"/ttl",schemaPath:"#/properties/ttl/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
}
}
}
}
var valid0 = _errs20 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
else {
validate150.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate150.errors = vErrors;
return errors === 0;
}

export const validateTransactionConfirmation = validate151;
const schema603 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://openact.example/schemas/1/transaction-confirmation.json","title":"TransactionConfirmation","description":"What the agent holds in its hands when a cart is confirmed (CID-CART-CFM), before anything is paid.","type":"object","additionalProperties":false,"required":["confirmed_at","counterparty","out_trade_no","lines","amount","discounts","payer_amount","currency","pay_before","correlation"],"properties":{"confirmed_at":{"$ref":"common.json#/$defs/utc_time"},"counterparty":{"$ref":"common.json#/$defs/did"},"out_trade_no":{"$ref":"common.json#/$defs/id"},"lines":{"$ref":"cart.json#/properties/lines"},"amount":{"$ref":"common.json#/$defs/amount","description":"Gross, of the whole order."},"discounts":{"type":"array","items":{"$ref":"common.json#/$defs/discount"},"minItems":0,"maxItems":16},"payer_amount":{"$ref":"common.json#/$defs/amount","description":"The final amount: what the user pays."},"currency":{"$ref":"common.json#/$defs/currency"},"deliver_by":{"$ref":"common.json#/$defs/utc_time"},"pay_before":{"$ref":"common.json#/$defs/utc_time"},"correlation":{"type":"object","additionalProperties":false,"required":["intent_id","quote_request_id","quote_digest"],"properties":{"intent_id":{"$ref":"common.json#/$defs/id"},"delegation_id":{"$ref":"common.json#/$defs/id"},"decision_id":{"$ref":"common.json#/$defs/id"},"quote_request_id":{"$ref":"common.json#/$defs/id"},"quote_digest":{"$ref":"common.json#/$defs/digest"}}}}};
const schema607 = {"type":"array","items":{"type":"object","additionalProperties":false,"required":["item_id","name","category","quantity","unit_price","amount"],"properties":{"item_id":{"$ref":"common.json#/$defs/id"},"name":{"type":"string","minLength":1,"maxLength":200},"category":{"$ref":"common.json#/$defs/category"},"quantity":{"type":"integer","minimum":1,"maximum":10000},"unit_price":{"$ref":"common.json#/$defs/amount"},"amount":{"$ref":"common.json#/$defs/amount"}}},"minItems":1,"maxItems":100};

function validate152(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 100){
validate152.errors = [{instancePath,schemaPath:"#/maxItems",keyword:"maxItems",params:{limit: 100},message:"must NOT have more than 100 items"}];
return false;
}
else {
if(data.length < 1){
validate152.errors = [{instancePath,schemaPath:"#/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
const _errs1 = errors;
if(errors === _errs1){
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
let missing0;
if(((((((data0.item_id === undefined) && (missing0 = "item_id")) || ((data0.name === undefined) && (missing0 = "name"))) || ((data0.category === undefined) && (missing0 = "category"))) || ((data0.quantity === undefined) && (missing0 = "quantity"))) || ((data0.unit_price === undefined) && (missing0 = "unit_price"))) || ((data0.amount === undefined) && (missing0 = "amount"))){
validate152.errors = [{instancePath:instancePath+"/" + i0,schemaPath:"#/items/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs3 = errors;
for(const key0 in data0){
if(!((((((key0 === "item_id") || (key0 === "name")) || (key0 === "category")) || (key0 === "quantity")) || (key0 === "unit_price")) || (key0 === "amount"))){
validate152.errors = [{instancePath:instancePath+"/" + i0,schemaPath:"#/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs3 === errors){
if(data0.item_id !== undefined){
let data1 = data0.item_id;
const _errs4 = errors;
const _errs5 = errors;
if(errors === _errs5){
if(typeof data1 === "string"){
if(!pattern5.test(data1)){
validate152.errors = [{instancePath:instancePath+"/" + i0+"/item_id",schemaPath:"common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate152.errors = [{instancePath:instancePath+"/" + i0+"/item_id",schemaPath:"common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid1 = _errs4 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.name !== undefined){
let data2 = data0.name;
const _errs7 = errors;
if(errors === _errs7){
if(typeof data2 === "string"){
if(func1(data2) > 200){
validate152.errors = [{instancePath:instancePath+"/" + i0+"/name",schemaPath:"#/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters"}];
return false;
}
else {
if(func1(data2) < 1){
validate152.errors = [{instancePath:instancePath+"/" + i0+"/name",schemaPath:"#/items/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate152.errors = [{instancePath:instancePath+"/" + i0+"/name",schemaPath:"#/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid1 = _errs7 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.category !== undefined){
let data3 = data0.category;
const _errs9 = errors;
const _errs10 = errors;
if(errors === _errs10){
if(typeof data3 === "string"){
if(!pattern62.test(data3)){
validate152.errors = [{instancePath:instancePath+"/" + i0+"/category",schemaPath:"common.json#/$defs/category/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9._/-]{0,63}$"},message:"must match pattern \""+"^[a-z0-9][a-z0-9._/-]{0,63}$"+"\""}];
return false;
}
}
else {
validate152.errors = [{instancePath:instancePath+"/" + i0+"/category",schemaPath:"common.json#/$defs/category/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid1 = _errs9 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.quantity !== undefined){
let data4 = data0.quantity;
const _errs12 = errors;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
validate152.errors = [{instancePath:instancePath+"/" + i0+"/quantity",schemaPath:"#/items/properties/quantity/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs12){
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 10000 || isNaN(data4)){
validate152.errors = [{instancePath:instancePath+"/" + i0+"/quantity",schemaPath:"#/items/properties/quantity/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10000},message:"must be <= 10000"}];
return false;
}
else {
if(data4 < 1 || isNaN(data4)){
validate152.errors = [{instancePath:instancePath+"/" + i0+"/quantity",schemaPath:"#/items/properties/quantity/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
}
}
}
}
var valid1 = _errs12 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.unit_price !== undefined){
let data5 = data0.unit_price;
const _errs14 = errors;
const _errs15 = errors;
if(errors === _errs15){
if(typeof data5 === "string"){
if(!pattern6.test(data5)){
validate152.errors = [{instancePath:instancePath+"/" + i0+"/unit_price",schemaPath:"common.json#/$defs/amount/pattern",keyword:"pattern",params:{pattern: "^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"},message:"must match pattern \""+"^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"+"\""}];
return false;
}
}
else {
validate152.errors = [{instancePath:instancePath+"/" + i0+"/unit_price",schemaPath:"common.json#/$defs/amount/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid1 = _errs14 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.amount !== undefined){
let data6 = data0.amount;
const _errs17 = errors;
const _errs18 = errors;
if(errors === _errs18){
if(typeof data6 === "string"){
if(!pattern6.test(data6)){
validate152.errors = [{instancePath:instancePath+"/" + i0+"/amount",schemaPath:"common.json#/$defs/amount/pattern",keyword:"pattern",params:{pattern: "^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"},message:"must match pattern \""+"^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"+"\""}];
return false;
}
}
else {
validate152.errors = [{instancePath:instancePath+"/" + i0+"/amount",schemaPath:"common.json#/$defs/amount/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid1 = _errs17 === errors;
}
else {
var valid1 = true;
}
}
}
}
}
}
}
}
}
else {
validate152.errors = [{instancePath:instancePath+"/" + i0,schemaPath:"#/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
}
}
else {
validate152.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
validate152.errors = vErrors;
return errors === 0;
}


function validate154(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.funder === undefined) && (missing0 = "funder")) || ((data.amount === undefined) && (missing0 = "amount"))){
validate154.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((key0 === "funder") || (key0 === "amount")) || (key0 === "label"))){
validate154.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.funder !== undefined){
let data0 = data.funder;
const _errs2 = errors;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data0 === "string"){
if(!pattern10.test(data0)){
validate154.errors = [{instancePath:instancePath+"/funder",schemaPath:"#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate154.errors = [{instancePath:instancePath+"/funder",schemaPath:"#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.amount !== undefined){
let data1 = data.amount;
const _errs5 = errors;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data1 === "string"){
if(!pattern6.test(data1)){
validate154.errors = [{instancePath:instancePath+"/amount",schemaPath:"#/$defs/amount/pattern",keyword:"pattern",params:{pattern: "^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"},message:"must match pattern \""+"^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"+"\""}];
return false;
}
}
else {
validate154.errors = [{instancePath:instancePath+"/amount",schemaPath:"#/$defs/amount/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.label !== undefined){
let data2 = data.label;
const _errs8 = errors;
if(errors === _errs8){
if(typeof data2 === "string"){
if(func1(data2) > 80){
validate154.errors = [{instancePath:instancePath+"/label",schemaPath:"#/properties/label/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters"}];
return false;
}
else {
if(func1(data2) < 1){
validate154.errors = [{instancePath:instancePath+"/label",schemaPath:"#/properties/label/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate154.errors = [{instancePath:instancePath+"/label",schemaPath:"#/properties/label/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
validate154.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate154.errors = vErrors;
return errors === 0;
}


function validate151(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://openact.example/schemas/1/transaction-confirmation.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((((((data.confirmed_at === undefined) && (missing0 = "confirmed_at")) || ((data.counterparty === undefined) && (missing0 = "counterparty"))) || ((data.out_trade_no === undefined) && (missing0 = "out_trade_no"))) || ((data.lines === undefined) && (missing0 = "lines"))) || ((data.amount === undefined) && (missing0 = "amount"))) || ((data.discounts === undefined) && (missing0 = "discounts"))) || ((data.payer_amount === undefined) && (missing0 = "payer_amount"))) || ((data.currency === undefined) && (missing0 = "currency"))) || ((data.pay_before === undefined) && (missing0 = "pay_before"))) || ((data.correlation === undefined) && (missing0 = "correlation"))){
validate151.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func6.call(schema603.properties, key0))){
validate151.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.confirmed_at !== undefined){
let data0 = data.confirmed_at;
const _errs2 = errors;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data0 === "string"){
if(!pattern9.test(data0)){
validate151.errors = [{instancePath:instancePath+"/confirmed_at",schemaPath:"common.json#/$defs/utc_time/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"+"\""}];
return false;
}
}
else {
validate151.errors = [{instancePath:instancePath+"/confirmed_at",schemaPath:"common.json#/$defs/utc_time/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.counterparty !== undefined){
let data1 = data.counterparty;
const _errs5 = errors;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data1 === "string"){
if(!pattern10.test(data1)){
validate151.errors = [{instancePath:instancePath+"/counterparty",schemaPath:"common.json#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate151.errors = [{instancePath:instancePath+"/counterparty",schemaPath:"common.json#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.out_trade_no !== undefined){
let data2 = data.out_trade_no;
const _errs8 = errors;
const _errs9 = errors;
if(errors === _errs9){
if(typeof data2 === "string"){
if(!pattern5.test(data2)){
validate151.errors = [{instancePath:instancePath+"/out_trade_no",schemaPath:"common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate151.errors = [{instancePath:instancePath+"/out_trade_no",schemaPath:"common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.lines !== undefined){
const _errs11 = errors;
if(!(validate152(data.lines, {instancePath:instancePath+"/lines",parentData:data,parentDataProperty:"lines",rootData}))){
vErrors = vErrors === null ? validate152.errors : vErrors.concat(validate152.errors);
errors = vErrors.length;
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.amount !== undefined){
let data4 = data.amount;
const _errs12 = errors;
const _errs13 = errors;
if(errors === _errs13){
if(typeof data4 === "string"){
if(!pattern6.test(data4)){
validate151.errors = [{instancePath:instancePath+"/amount",schemaPath:"common.json#/$defs/amount/pattern",keyword:"pattern",params:{pattern: "^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"},message:"must match pattern \""+"^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"+"\""}];
return false;
}
}
else {
validate151.errors = [{instancePath:instancePath+"/amount",schemaPath:"common.json#/$defs/amount/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.discounts !== undefined){
let data5 = data.discounts;
const _errs15 = errors;
if(errors === _errs15){
if(Array.isArray(data5)){
if(data5.length > 16){
validate151.errors = [{instancePath:instancePath+"/discounts",schemaPath:"#/properties/discounts/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items"}];
return false;
}
else {
if(data5.length < 0){
validate151.errors = [{instancePath:instancePath+"/discounts",schemaPath:"#/properties/discounts/minItems",keyword:"minItems",params:{limit: 0},message:"must NOT have fewer than 0 items"}];
return false;
}
else {
var valid5 = true;
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
const _errs17 = errors;
if(!(validate154(data5[i0], {instancePath:instancePath+"/discounts/" + i0,parentData:data5,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate154.errors : vErrors.concat(validate154.errors);
errors = vErrors.length;
}
var valid5 = _errs17 === errors;
if(!valid5){
break;
}
}
}
}
}
else {
validate151.errors = [{instancePath:instancePath+"/discounts",schemaPath:"#/properties/discounts/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.payer_amount !== undefined){
let data7 = data.payer_amount;
const _errs18 = errors;
const _errs19 = errors;
if(errors === _errs19){
if(typeof data7 === "string"){
if(!pattern6.test(data7)){
validate151.errors = [{instancePath:instancePath+"/payer_amount",schemaPath:"common.json#/$defs/amount/pattern",keyword:"pattern",params:{pattern: "^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"},message:"must match pattern \""+"^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$"+"\""}];
return false;
}
}
else {
validate151.errors = [{instancePath:instancePath+"/payer_amount",schemaPath:"common.json#/$defs/amount/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs18 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.currency !== undefined){
let data8 = data.currency;
const _errs21 = errors;
const _errs22 = errors;
if(errors === _errs22){
if(typeof data8 === "string"){
if(!pattern7.test(data8)){
validate151.errors = [{instancePath:instancePath+"/currency",schemaPath:"common.json#/$defs/currency/pattern",keyword:"pattern",params:{pattern: "^[A-Z]{3}$"},message:"must match pattern \""+"^[A-Z]{3}$"+"\""}];
return false;
}
}
else {
validate151.errors = [{instancePath:instancePath+"/currency",schemaPath:"common.json#/$defs/currency/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs21 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.deliver_by !== undefined){
let data9 = data.deliver_by;
const _errs24 = errors;
const _errs25 = errors;
if(errors === _errs25){
if(typeof data9 === "string"){
if(!pattern9.test(data9)){
validate151.errors = [{instancePath:instancePath+"/deliver_by",schemaPath:"common.json#/$defs/utc_time/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"+"\""}];
return false;
}
}
else {
validate151.errors = [{instancePath:instancePath+"/deliver_by",schemaPath:"common.json#/$defs/utc_time/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs24 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.pay_before !== undefined){
let data10 = data.pay_before;
const _errs27 = errors;
const _errs28 = errors;
if(errors === _errs28){
if(typeof data10 === "string"){
if(!pattern9.test(data10)){
validate151.errors = [{instancePath:instancePath+"/pay_before",schemaPath:"common.json#/$defs/utc_time/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"+"\""}];
return false;
}
}
else {
validate151.errors = [{instancePath:instancePath+"/pay_before",schemaPath:"common.json#/$defs/utc_time/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs27 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.correlation !== undefined){
let data11 = data.correlation;
const _errs30 = errors;
if(errors === _errs30){
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
let missing1;
if((((data11.intent_id === undefined) && (missing1 = "intent_id")) || ((data11.quote_request_id === undefined) && (missing1 = "quote_request_id"))) || ((data11.quote_digest === undefined) && (missing1 = "quote_digest"))){
validate151.errors = [{instancePath:instancePath+"/correlation",schemaPath:"#/properties/correlation/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs32 = errors;
for(const key1 in data11){
if(!(((((key1 === "intent_id") || (key1 === "delegation_id")) || (key1 === "decision_id")) || (key1 === "quote_request_id")) || (key1 === "quote_digest"))){
validate151.errors = [{instancePath:instancePath+"/correlation",schemaPath:"#/properties/correlation/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs32 === errors){
if(data11.intent_id !== undefined){
let data12 = data11.intent_id;
const _errs33 = errors;
const _errs34 = errors;
if(errors === _errs34){
if(typeof data12 === "string"){
if(!pattern5.test(data12)){
validate151.errors = [{instancePath:instancePath+"/correlation/intent_id",schemaPath:"common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate151.errors = [{instancePath:instancePath+"/correlation/intent_id",schemaPath:"common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid10 = _errs33 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data11.delegation_id !== undefined){
let data13 = data11.delegation_id;
const _errs36 = errors;
const _errs37 = errors;
if(errors === _errs37){
if(typeof data13 === "string"){
if(!pattern5.test(data13)){
validate151.errors = [{instancePath:instancePath+"/correlation/delegation_id",schemaPath:"common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate151.errors = [{instancePath:instancePath+"/correlation/delegation_id",schemaPath:"common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid10 = _errs36 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data11.decision_id !== undefined){
let data14 = data11.decision_id;
const _errs39 = errors;
const _errs40 = errors;
if(errors === _errs40){
if(typeof data14 === "string"){
if(!pattern5.test(data14)){
validate151.errors = [{instancePath:instancePath+"/correlation/decision_id",schemaPath:"common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate151.errors = [{instancePath:instancePath+"/correlation/decision_id",schemaPath:"common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid10 = _errs39 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data11.quote_request_id !== undefined){
let data15 = data11.quote_request_id;
const _errs42 = errors;
const _errs43 = errors;
if(errors === _errs43){
if(typeof data15 === "string"){
if(!pattern5.test(data15)){
validate151.errors = [{instancePath:instancePath+"/correlation/quote_request_id",schemaPath:"common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:~-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:~-]{1,128}$"+"\""}];
return false;
}
}
else {
validate151.errors = [{instancePath:instancePath+"/correlation/quote_request_id",schemaPath:"common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid10 = _errs42 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data11.quote_digest !== undefined){
let data16 = data11.quote_digest;
const _errs45 = errors;
const _errs46 = errors;
if(errors === _errs46){
if(typeof data16 === "string"){
if(!pattern8.test(data16)){
validate151.errors = [{instancePath:instancePath+"/correlation/quote_digest",schemaPath:"common.json#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""}];
return false;
}
}
else {
validate151.errors = [{instancePath:instancePath+"/correlation/quote_digest",schemaPath:"common.json#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid10 = _errs45 === errors;
}
else {
var valid10 = true;
}
}
}
}
}
}
}
}
else {
validate151.errors = [{instancePath:instancePath+"/correlation",schemaPath:"#/properties/correlation/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs30 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate151.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate151.errors = vErrors;
return errors === 0;
}

export const validateTrustListClaims = validate156;
const schema625 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://openact.example/schemas/1/trust-list.json","title":"TrustListClaims","description":"Claims of act-trust-list+jwt: who may speak in which role, under which anchors.","type":"object","additionalProperties":false,"required":["iss","iat","exp","sequence","issued_at","next_update","entries"],"properties":{"iss":{"$ref":"common.json#/$defs/did"},"iat":{"$ref":"common.json#/$defs/numeric_date"},"exp":{"$ref":"common.json#/$defs/numeric_date","description":"The same instant as next_update."},"sequence":{"type":"integer","minimum":1,"maximum":9007199254740991},"issued_at":{"$ref":"common.json#/$defs/utc_time"},"next_update":{"$ref":"common.json#/$defs/utc_time"},"entries":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["entity","role","anchors","status","history"],"properties":{"entity":{"$ref":"common.json#/$defs/did"},"role":{"type":"string","enum":["IAC_ISSUER","PSP","MERCHANT","AGENT_PROVIDER","LOG"]},"anchors":{"type":"array","items":{"$ref":"common.json#/$defs/certificate"},"minItems":1,"maxItems":8,"uniqueItems":true},"status":{"type":"string","enum":["ACTIVE","SUSPENDED","WITHDRAWN"]},"history":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["status","from"],"properties":{"status":{"type":"string","enum":["ACTIVE","SUSPENDED","WITHDRAWN"]},"from":{"$ref":"common.json#/$defs/utc_time"}}},"minItems":1,"maxItems":64},"revoked_certificates":{"type":"array","items":{"$ref":"common.json#/$defs/digest"},"minItems":0,"maxItems":256,"uniqueItems":true},"certificates":{"type":"array","description":"Chains that a message may name by thumbprint instead of carrying them.","items":{"type":"object","additionalProperties":false,"required":["x5t#S256","x5c"],"properties":{"x5t#S256":{"$ref":"common.json#/$defs/digest"},"x5c":{"type":"array","items":{"$ref":"common.json#/$defs/certificate"},"minItems":1,"maxItems":3}}},"minItems":1,"maxItems":8},"endpoints":{"type":"object","additionalProperties":false,"required":[],"properties":{"base_url":{"$ref":"common.json#/$defs/url"},"capability_url":{"$ref":"common.json#/$defs/url"},"status_list_url":{"$ref":"common.json#/$defs/url"}}}}},"minItems":1,"maxItems":256}}};

function validate156(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://openact.example/schemas/1/trust-list.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((data.iss === undefined) && (missing0 = "iss")) || ((data.iat === undefined) && (missing0 = "iat"))) || ((data.exp === undefined) && (missing0 = "exp"))) || ((data.sequence === undefined) && (missing0 = "sequence"))) || ((data.issued_at === undefined) && (missing0 = "issued_at"))) || ((data.next_update === undefined) && (missing0 = "next_update"))) || ((data.entries === undefined) && (missing0 = "entries"))){
validate156.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((((key0 === "iss") || (key0 === "iat")) || (key0 === "exp")) || (key0 === "sequence")) || (key0 === "issued_at")) || (key0 === "next_update")) || (key0 === "entries"))){
validate156.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.iss !== undefined){
let data0 = data.iss;
const _errs2 = errors;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data0 === "string"){
if(!pattern10.test(data0)){
validate156.errors = [{instancePath:instancePath+"/iss",schemaPath:"common.json#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate156.errors = [{instancePath:instancePath+"/iss",schemaPath:"common.json#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.iat !== undefined){
let data1 = data.iat;
const _errs5 = errors;
const _errs6 = errors;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
validate156.errors = [{instancePath:instancePath+"/iat",schemaPath:"common.json#/$defs/numeric_date/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs6){
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 253402300799 || isNaN(data1)){
validate156.errors = [{instancePath:instancePath+"/iat",schemaPath:"common.json#/$defs/numeric_date/maximum",keyword:"maximum",params:{comparison: "<=", limit: 253402300799},message:"must be <= 253402300799"}];
return false;
}
else {
if(data1 < 0 || isNaN(data1)){
validate156.errors = [{instancePath:instancePath+"/iat",schemaPath:"common.json#/$defs/numeric_date/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.exp !== undefined){
let data2 = data.exp;
const _errs8 = errors;
const _errs9 = errors;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
validate156.errors = [{instancePath:instancePath+"/exp",schemaPath:"common.json#/$defs/numeric_date/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs9){
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 253402300799 || isNaN(data2)){
validate156.errors = [{instancePath:instancePath+"/exp",schemaPath:"common.json#/$defs/numeric_date/maximum",keyword:"maximum",params:{comparison: "<=", limit: 253402300799},message:"must be <= 253402300799"}];
return false;
}
else {
if(data2 < 0 || isNaN(data2)){
validate156.errors = [{instancePath:instancePath+"/exp",schemaPath:"common.json#/$defs/numeric_date/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sequence !== undefined){
let data3 = data.sequence;
const _errs11 = errors;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
validate156.errors = [{instancePath:instancePath+"/sequence",schemaPath:"#/properties/sequence/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs11){
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 9007199254740991 || isNaN(data3)){
validate156.errors = [{instancePath:instancePath+"/sequence",schemaPath:"#/properties/sequence/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991"}];
return false;
}
else {
if(data3 < 1 || isNaN(data3)){
validate156.errors = [{instancePath:instancePath+"/sequence",schemaPath:"#/properties/sequence/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
}
}
}
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.issued_at !== undefined){
let data4 = data.issued_at;
const _errs13 = errors;
const _errs14 = errors;
if(errors === _errs14){
if(typeof data4 === "string"){
if(!pattern9.test(data4)){
validate156.errors = [{instancePath:instancePath+"/issued_at",schemaPath:"common.json#/$defs/utc_time/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"+"\""}];
return false;
}
}
else {
validate156.errors = [{instancePath:instancePath+"/issued_at",schemaPath:"common.json#/$defs/utc_time/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.next_update !== undefined){
let data5 = data.next_update;
const _errs16 = errors;
const _errs17 = errors;
if(errors === _errs17){
if(typeof data5 === "string"){
if(!pattern9.test(data5)){
validate156.errors = [{instancePath:instancePath+"/next_update",schemaPath:"common.json#/$defs/utc_time/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"+"\""}];
return false;
}
}
else {
validate156.errors = [{instancePath:instancePath+"/next_update",schemaPath:"common.json#/$defs/utc_time/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs16 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.entries !== undefined){
let data6 = data.entries;
const _errs19 = errors;
if(errors === _errs19){
if(Array.isArray(data6)){
if(data6.length > 256){
validate156.errors = [{instancePath:instancePath+"/entries",schemaPath:"#/properties/entries/maxItems",keyword:"maxItems",params:{limit: 256},message:"must NOT have more than 256 items"}];
return false;
}
else {
if(data6.length < 1){
validate156.errors = [{instancePath:instancePath+"/entries",schemaPath:"#/properties/entries/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid6 = true;
const len0 = data6.length;
for(let i0=0; i0<len0; i0++){
let data7 = data6[i0];
const _errs21 = errors;
if(errors === _errs21){
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
let missing1;
if((((((data7.entity === undefined) && (missing1 = "entity")) || ((data7.role === undefined) && (missing1 = "role"))) || ((data7.anchors === undefined) && (missing1 = "anchors"))) || ((data7.status === undefined) && (missing1 = "status"))) || ((data7.history === undefined) && (missing1 = "history"))){
validate156.errors = [{instancePath:instancePath+"/entries/" + i0,schemaPath:"#/properties/entries/items/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs23 = errors;
for(const key1 in data7){
if(!((((((((key1 === "entity") || (key1 === "role")) || (key1 === "anchors")) || (key1 === "status")) || (key1 === "history")) || (key1 === "revoked_certificates")) || (key1 === "certificates")) || (key1 === "endpoints"))){
validate156.errors = [{instancePath:instancePath+"/entries/" + i0,schemaPath:"#/properties/entries/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs23 === errors){
if(data7.entity !== undefined){
let data8 = data7.entity;
const _errs24 = errors;
const _errs25 = errors;
if(errors === _errs25){
if(typeof data8 === "string"){
if(!pattern10.test(data8)){
validate156.errors = [{instancePath:instancePath+"/entries/" + i0+"/entity",schemaPath:"common.json#/$defs/did/pattern",keyword:"pattern",params:{pattern: "^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"},message:"must match pattern \""+"^did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}$"+"\""}];
return false;
}
}
else {
validate156.errors = [{instancePath:instancePath+"/entries/" + i0+"/entity",schemaPath:"common.json#/$defs/did/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid7 = _errs24 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data7.role !== undefined){
let data9 = data7.role;
const _errs27 = errors;
if(typeof data9 !== "string"){
validate156.errors = [{instancePath:instancePath+"/entries/" + i0+"/role",schemaPath:"#/properties/entries/items/properties/role/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!(((((data9 === "IAC_ISSUER") || (data9 === "PSP")) || (data9 === "MERCHANT")) || (data9 === "AGENT_PROVIDER")) || (data9 === "LOG"))){
validate156.errors = [{instancePath:instancePath+"/entries/" + i0+"/role",schemaPath:"#/properties/entries/items/properties/role/enum",keyword:"enum",params:{allowedValues: schema625.properties.entries.items.properties.role.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid7 = _errs27 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data7.anchors !== undefined){
let data10 = data7.anchors;
const _errs29 = errors;
if(errors === _errs29){
if(Array.isArray(data10)){
if(data10.length > 8){
validate156.errors = [{instancePath:instancePath+"/entries/" + i0+"/anchors",schemaPath:"#/properties/entries/items/properties/anchors/maxItems",keyword:"maxItems",params:{limit: 8},message:"must NOT have more than 8 items"}];
return false;
}
else {
if(data10.length < 1){
validate156.errors = [{instancePath:instancePath+"/entries/" + i0+"/anchors",schemaPath:"#/properties/entries/items/properties/anchors/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid9 = true;
const len1 = data10.length;
for(let i1=0; i1<len1; i1++){
let data11 = data10[i1];
const _errs31 = errors;
const _errs32 = errors;
if(errors === _errs32){
if(typeof data11 === "string"){
if(func1(data11) > 8192){
validate156.errors = [{instancePath:instancePath+"/entries/" + i0+"/anchors/" + i1,schemaPath:"common.json#/$defs/certificate/maxLength",keyword:"maxLength",params:{limit: 8192},message:"must NOT have more than 8192 characters"}];
return false;
}
else {
if(!pattern426.test(data11)){
validate156.errors = [{instancePath:instancePath+"/entries/" + i0+"/anchors/" + i1,schemaPath:"common.json#/$defs/certificate/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9+/]+={0,2}$"},message:"must match pattern \""+"^[A-Za-z0-9+/]+={0,2}$"+"\""}];
return false;
}
}
}
else {
validate156.errors = [{instancePath:instancePath+"/entries/" + i0+"/anchors/" + i1,schemaPath:"common.json#/$defs/certificate/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid9 = _errs31 === errors;
if(!valid9){
break;
}
}
if(valid9){
let i2 = data10.length;
let j0;
if(i2 > 1){
outer0:
for(;i2--;){
for(j0 = i2; j0--;){
if(func0(data10[i2], data10[j0])){
validate156.errors = [{instancePath:instancePath+"/entries/" + i0+"/anchors",schemaPath:"#/properties/entries/items/properties/anchors/uniqueItems",keyword:"uniqueItems",params:{i: i2, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i2+" are identical)"}];
return false;
break outer0;
}
}
}
}
}
}
}
}
else {
validate156.errors = [{instancePath:instancePath+"/entries/" + i0+"/anchors",schemaPath:"#/properties/entries/items/properties/anchors/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid7 = _errs29 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data7.status !== undefined){
let data12 = data7.status;
const _errs34 = errors;
if(typeof data12 !== "string"){
validate156.errors = [{instancePath:instancePath+"/entries/" + i0+"/status",schemaPath:"#/properties/entries/items/properties/status/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!(((data12 === "ACTIVE") || (data12 === "SUSPENDED")) || (data12 === "WITHDRAWN"))){
validate156.errors = [{instancePath:instancePath+"/entries/" + i0+"/status",schemaPath:"#/properties/entries/items/properties/status/enum",keyword:"enum",params:{allowedValues: schema625.properties.entries.items.properties.status.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid7 = _errs34 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data7.history !== undefined){
let data13 = data7.history;
const _errs36 = errors;
if(errors === _errs36){
if(Array.isArray(data13)){
if(data13.length > 64){
validate156.errors = [{instancePath:instancePath+"/entries/" + i0+"/history",schemaPath:"#/properties/entries/items/properties/history/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"}];
return false;
}
else {
if(data13.length < 1){
validate156.errors = [{instancePath:instancePath+"/entries/" + i0+"/history",schemaPath:"#/properties/entries/items/properties/history/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid12 = true;
const len2 = data13.length;
for(let i3=0; i3<len2; i3++){
let data14 = data13[i3];
const _errs38 = errors;
if(errors === _errs38){
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
let missing2;
if(((data14.status === undefined) && (missing2 = "status")) || ((data14.from === undefined) && (missing2 = "from"))){
validate156.errors = [{instancePath:instancePath+"/entries/" + i0+"/history/" + i3,schemaPath:"#/properties/entries/items/properties/history/items/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"}];
return false;
}
else {
const _errs40 = errors;
for(const key2 in data14){
if(!((key2 === "status") || (key2 === "from"))){
validate156.errors = [{instancePath:instancePath+"/entries/" + i0+"/history/" + i3,schemaPath:"#/properties/entries/items/properties/history/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs40 === errors){
if(data14.status !== undefined){
let data15 = data14.status;
const _errs41 = errors;
if(typeof data15 !== "string"){
validate156.errors = [{instancePath:instancePath+"/entries/" + i0+"/history/" + i3+"/status",schemaPath:"#/properties/entries/items/properties/history/items/properties/status/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!(((data15 === "ACTIVE") || (data15 === "SUSPENDED")) || (data15 === "WITHDRAWN"))){
validate156.errors = [{instancePath:instancePath+"/entries/" + i0+"/history/" + i3+"/status",schemaPath:"#/properties/entries/items/properties/history/items/properties/status/enum",keyword:"enum",params:{allowedValues: schema625.properties.entries.items.properties.history.items.properties.status.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid13 = _errs41 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data14.from !== undefined){
let data16 = data14.from;
const _errs43 = errors;
const _errs44 = errors;
if(errors === _errs44){
if(typeof data16 === "string"){
if(!pattern9.test(data16)){
validate156.errors = [{instancePath:instancePath+"/entries/" + i0+"/history/" + i3+"/from",schemaPath:"common.json#/$defs/utc_time/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"+"\""}];
return false;
}
}
else {
validate156.errors = [{instancePath:instancePath+"/entries/" + i0+"/history/" + i3+"/from",schemaPath:"common.json#/$defs/utc_time/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid13 = _errs43 === errors;
}
else {
var valid13 = true;
}
}
}
}
}
else {
validate156.errors = [{instancePath:instancePath+"/entries/" + i0+"/history/" + i3,schemaPath:"#/properties/entries/items/properties/history/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid12 = _errs38 === errors;
if(!valid12){
break;
}
}
}
}
}
else {
validate156.errors = [{instancePath:instancePath+"/entries/" + i0+"/history",schemaPath:"#/properties/entries/items/properties/history/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid7 = _errs36 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data7.revoked_certificates !== undefined){
let data17 = data7.revoked_certificates;
const _errs46 = errors;
if(errors === _errs46){
if(Array.isArray(data17)){
if(data17.length > 256){
validate156.errors = [{instancePath:instancePath+"/entries/" + i0+"/revoked_certificates",schemaPath:"#/properties/entries/items/properties/revoked_certificates/maxItems",keyword:"maxItems",params:{limit: 256},message:"must NOT have more than 256 items"}];
return false;
}
else {
if(data17.length < 0){
validate156.errors = [{instancePath:instancePath+"/entries/" + i0+"/revoked_certificates",schemaPath:"#/properties/entries/items/properties/revoked_certificates/minItems",keyword:"minItems",params:{limit: 0},message:"must NOT have fewer than 0 items"}];
return false;
}
else {
var valid15 = true;
const len3 = data17.length;
for(let i4=0; i4<len3; i4++){
let data18 = data17[i4];
const _errs48 = errors;
const _errs49 = errors;
if(errors === _errs49){
if(typeof data18 === "string"){
if(!pattern8.test(data18)){
validate156.errors = [{instancePath:instancePath+"/entries/" + i0+"/revoked_certificates/" + i4,schemaPath:"common.json#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""}];
return false;
}
}
else {
validate156.errors = [{instancePath:instancePath+"/entries/" + i0+"/revoked_certificates/" + i4,schemaPath:"common.json#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid15 = _errs48 === errors;
if(!valid15){
break;
}
}
if(valid15){
let i5 = data17.length;
let j1;
if(i5 > 1){
outer1:
for(;i5--;){
for(j1 = i5; j1--;){
if(func0(data17[i5], data17[j1])){
validate156.errors = [{instancePath:instancePath+"/entries/" + i0+"/revoked_certificates",schemaPath:"#/properties/entries/items/properties/revoked_certificates/uniqueItems",keyword:"uniqueItems",params:{i: i5, j: j1},message:"must NOT have duplicate items (items ## "+j1+" and "+i5+" are identical)"}];
return false;
break outer1;
}
}
}
}
}
}
}
}
else {
validate156.errors = [{instancePath:instancePath+"/entries/" + i0+"/revoked_certificates",schemaPath:"#/properties/entries/items/properties/revoked_certificates/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid7 = _errs46 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data7.certificates !== undefined){
let data19 = data7.certificates;
const _errs51 = errors;
if(errors === _errs51){
if(Array.isArray(data19)){
if(data19.length > 8){
validate156.errors = [{instancePath:instancePath+"/entries/" + i0+"/certificates",schemaPath:"#/properties/entries/items/properties/certificates/maxItems",keyword:"maxItems",params:{limit: 8},message:"must NOT have more than 8 items"}];
return false;
}
else {
if(data19.length < 1){
validate156.errors = [{instancePath:instancePath+"/entries/" + i0+"/certificates",schemaPath:"#/properties/entries/items/properties/certificates/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid18 = true;
const len4 = data19.length;
for(let i6=0; i6<len4; i6++){
let data20 = data19[i6];
const _errs53 = errors;
if(errors === _errs53){
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
let missing3;
if(((data20["x5t#S256"] === undefined) && (missing3 = "x5t#S256")) || ((data20.x5c === undefined) && (missing3 = "x5c"))){
validate156.errors = [{instancePath:instancePath+"/entries/" + i0+"/certificates/" + i6,schemaPath:"#/properties/entries/items/properties/certificates/items/required",keyword:"required",params:{missingProperty: missing3},message:"must have required property '"+missing3+"'"}];
return false;
}
else {
const _errs55 = errors;
for(const key3 in data20){
if(!((key3 === "x5t#S256") || (key3 === "x5c"))){
validate156.errors = [{instancePath:instancePath+"/entries/" + i0+"/certificates/" + i6,schemaPath:"#/properties/entries/items/properties/certificates/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs55 === errors){
if(data20["x5t#S256"] !== undefined){
let data21 = data20["x5t#S256"];
const _errs56 = errors;
const _errs57 = errors;
if(errors === _errs57){
if(typeof data21 === "string"){
if(!pattern8.test(data21)){
validate156.errors = [{instancePath:instancePath+"/entries/" + i0+"/certificates/" + i6+"/x5t#S256",schemaPath:"common.json#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"+"\""}];
return false;
}
}
else {
validate156.errors = [{instancePath:instancePath+"/entries/" + i0+"/certificates/" + i6+"/x5t#S256",schemaPath:"common.json#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid19 = _errs56 === errors;
}
else {
var valid19 = true;
}
if(valid19){
if(data20.x5c !== undefined){
let data22 = data20.x5c;
const _errs59 = errors;
if(errors === _errs59){
if(Array.isArray(data22)){
if(data22.length > 3){
validate156.errors = [{instancePath:instancePath+"/entries/" + i0+"/certificates/" + i6+"/x5c",schemaPath:"#/properties/entries/items/properties/certificates/items/properties/x5c/maxItems",keyword:"maxItems",params:{limit: 3},message:"must NOT have more than 3 items"}];
return false;
}
else {
if(data22.length < 1){
validate156.errors = [{instancePath:instancePath+"/entries/" + i0+"/certificates/" + i6+"/x5c",schemaPath:"#/properties/entries/items/properties/certificates/items/properties/x5c/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid21 = true;
const len5 = data22.length;
for(let i7=0; i7<len5; i7++){
let data23 = data22[i7];
const _errs61 = errors;
const _errs62 = errors;
if(errors === _errs62){
if(typeof data23 === "string"){
if(func1(data23) > 8192){
validate156.errors = [{instancePath:instancePath+"/entries/" + i0+"/certificates/" + i6+"/x5c/" + i7,schemaPath:"common.json#/$defs/certificate/maxLength",keyword:"maxLength",params:{limit: 8192},message:"must NOT have more than 8192 characters"}];
return false;
}
else {
if(!pattern426.test(data23)){
validate156.errors = [{instancePath:instancePath+"/entries/" + i0+"/certificates/" + i6+"/x5c/" + i7,schemaPath:"common.json#/$defs/certificate/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9+/]+={0,2}$"},message:"must match pattern \""+"^[A-Za-z0-9+/]+={0,2}$"+"\""}];
return false;
}
}
}
else {
validate156.errors = [{instancePath:instancePath+"/entries/" + i0+"/certificates/" + i6+"/x5c/" + i7,schemaPath:"common.json#/$defs/certificate/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid21 = _errs61 === errors;
if(!valid21){
break;
}
}
}
}
}
else {
validate156.errors = [{instancePath:instancePath+"/entries/" + i0+"/certificates/" + i6+"/x5c",schemaPath:"#/properties/entries/items/properties/certificates/items/properties/x5c/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid19 = _errs59 === errors;
}
else {
var valid19 = true;
}
}
}
}
}
else {
validate156.errors = [{instancePath:instancePath+"/entries/" + i0+"/certificates/" + i6,schemaPath:"#/properties/entries/items/properties/certificates/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid18 = _errs53 === errors;
if(!valid18){
break;
}
}
}
}
}
else {
validate156.errors = [{instancePath:instancePath+"/entries/" + i0+"/certificates",schemaPath:"#/properties/entries/items/properties/certificates/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid7 = _errs51 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data7.endpoints !== undefined){
let data24 = data7.endpoints;
const _errs64 = errors;
if(errors === _errs64){
if(data24 && typeof data24 == "object" && !Array.isArray(data24)){
const _errs66 = errors;
for(const key4 in data24){
if(!(((key4 === "base_url") || (key4 === "capability_url")) || (key4 === "status_list_url"))){
validate156.errors = [{instancePath:instancePath+"/entries/" + i0+"/endpoints",schemaPath:"#/properties/entries/items/properties/endpoints/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs66 === errors){
if(data24.base_url !== undefined){
let data25 = data24.base_url;
const _errs67 = errors;
const _errs68 = errors;
if(errors === _errs68){
if(typeof data25 === "string"){
if(func1(data25) > 512){
validate156.errors = [{instancePath:instancePath+"/entries/" + i0+"/endpoints/base_url",schemaPath:"common.json#/$defs/url/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters"}];
return false;
}
else {
if(!pattern150.test(data25)){
validate156.errors = [{instancePath:instancePath+"/entries/" + i0+"/endpoints/base_url",schemaPath:"common.json#/$defs/url/pattern",keyword:"pattern",params:{pattern: "^https?://[!-~]+$"},message:"must match pattern \""+"^https?://[!-~]+$"+"\""}];
return false;
}
}
}
else {
validate156.errors = [{instancePath:instancePath+"/entries/" + i0+"/endpoints/base_url",schemaPath:"common.json#/$defs/url/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid23 = _errs67 === errors;
}
else {
var valid23 = true;
}
if(valid23){
if(data24.capability_url !== undefined){
let data26 = data24.capability_url;
const _errs70 = errors;
const _errs71 = errors;
if(errors === _errs71){
if(typeof data26 === "string"){
if(func1(data26) > 512){
validate156.errors = [{instancePath:instancePath+"/entries/" + i0+"/endpoints/capability_url",schemaPath:"common.json#/$defs/url/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters"}];
return false;
}
else {
if(!pattern150.test(data26)){
validate156.errors = [{instancePath:instancePath+"/entries/" + i0+"/endpoints/capability_url",schemaPath:"common.json#/$defs/url/pattern",keyword:"pattern",params:{pattern: "^https?://[!-~]+$"},message:"must match pattern \""+"^https?://[!-~]+$"+"\""}];
return false;
}
}
}
else {
validate156.errors = [{instancePath:instancePath+"/entries/" + i0+"/endpoints/capability_url",schemaPath:"common.json#/$defs/url/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid23 = _errs70 === errors;
}
else {
var valid23 = true;
}
if(valid23){
if(data24.status_list_url !== undefined){
let data27 = data24.status_list_url;
const _errs73 = errors;
const _errs74 = errors;
if(errors === _errs74){
if(typeof data27 === "string"){
if(func1(data27) > 512){
validate156.errors = [{instancePath:instancePath+"/entries/" + i0+"/endpoints/status_list_url",schemaPath:"common.json#/$defs/url/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters"}];
return false;
}
else {
if(!pattern150.test(data27)){
validate156.errors = [{instancePath:instancePath+"/entries/" + i0+"/endpoints/status_list_url",schemaPath:"common.json#/$defs/url/pattern",keyword:"pattern",params:{pattern: "^https?://[!-~]+$"},message:"must match pattern \""+"^https?://[!-~]+$"+"\""}];
return false;
}
}
}
else {
validate156.errors = [{instancePath:instancePath+"/entries/" + i0+"/endpoints/status_list_url",schemaPath:"common.json#/$defs/url/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid23 = _errs73 === errors;
}
else {
var valid23 = true;
}
}
}
}
}
else {
validate156.errors = [{instancePath:instancePath+"/entries/" + i0+"/endpoints",schemaPath:"#/properties/entries/items/properties/endpoints/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid7 = _errs64 === errors;
}
else {
var valid7 = true;
}
}
}
}
}
}
}
}
}
}
}
else {
validate156.errors = [{instancePath:instancePath+"/entries/" + i0,schemaPath:"#/properties/entries/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid6 = _errs21 === errors;
if(!valid6){
break;
}
}
}
}
}
else {
validate156.errors = [{instancePath:instancePath+"/entries",schemaPath:"#/properties/entries/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs19 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
else {
validate156.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate156.errors = vErrors;
return errors === 0;
}

